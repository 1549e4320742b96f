// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Run;
import io.netgrade.recog.RecogFolder;
import io.netgrade.scan.Collector;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the place where a run's evidence goes. */
final class Journal {
    private Journal() {}

    /** A collector that journals to {@code --evidence}, or nowhere. */
    static Collector collector(Console console, CommonOptions options, Run run) {
        RecogFolder fingerprints = Fingerprints.of(console, options);
        return new Collector(Optional.ofNullable(options.evidence).map(file -> open(file, run)), fingerprints);
    }

    /** A collector that journals to {@code --evidence}, or else into the state directory. */
    static Collector keptCollector(Console console, CommonOptions options, Run run) {
        RecogFolder fingerprints = Fingerprints.of(console, options);
        return new Collector(Optional.of(open(kept(options, run), run)), fingerprints);
    }

    /** Where {@link #keptCollector} writes. */
    static Path kept(CommonOptions options, Run run) {
        return options.evidence != null
                ? options.evidence
                : folder(options, run).resolve("evidence.ndjson");
    }

    /** The run's own in the state directory. */
    static Path folder(CommonOptions options, Run run) {
        return options.stateFolder().resolve("runs").resolve(run.id());
    }

    private static EvidenceWriter open(Path file, Run run) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return EvidenceWriter.create(file, run);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage(file + ": exists already; evidence is never written over, name another file");
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    List.of(file + ": the evidence cannot be written (" + e + "); name another place with --evidence or"
                            + " --state"));
        }
    }
}
