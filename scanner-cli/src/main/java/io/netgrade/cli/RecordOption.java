// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.PacketTap;
import io.netgrade.scan.Recording;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --record}: a capture of what a probe exchanges. */
final class RecordOption {
    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Writes all that is sent and received to this new pcapng file, which only you may read: it"
                    + " holds what was sent, declared communities among it.")
    @Nullable
    private Path file;

    /** An open recording, or nothing that is closed as well. */
    record Opened(PacketTap tap, Closeable end) implements Closeable {
        @Override
        public void close() throws IOException {
            end.close();
        }
    }

    /**
     * @throws Refusal where the file exists already or cannot be made
     */
    Opened open(Console console) {
        return open(console, Optional.empty(), "");
    }

    /**
     * The same.
     *
     * @param planned the folder that the plan names, where the command line names no file
     * @param run the run's id, by which the file in that folder is called
     */
    Opened open(Console console, Optional<String> planned, String run) {
        try {
            if (file != null) {
                return open(file, console);
            }
            if (planned.isEmpty()) {
                return new Opened(PacketTap.NONE, () -> {});
            }
            Path folder = Path.of(planned.get());
            Files.createDirectories(folder);
            return open(folder.resolve(run + ".pcapng"), console);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE, List.of("record: " + planned.orElse("") + ": no folder can be made: " + e));
        }
    }

    private static Opened open(Path file, Console console) {
        try {
            Recording recording = Recording.to(file, console::say);
            return new Opened(recording, recording);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage("--record: " + file + " exists already; a recording is never written over");
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE, List.of("--record: " + file + ": the recording cannot be written: " + e));
        }
    }
}
