// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.evidence.EvidenceFault;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Collected;
import io.netgrade.json.JsonFault;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.RunIdentity;
import io.netgrade.scan.RunPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A run of before that is taken up where it stood: its folder in the state directory, how far it was, and what it had
 * collected. Nobody else takes it up meanwhile.
 */
record EarlierRun(Path folder, RunPlace place, Collected collected, RunLock lock) implements Closeable {
    private static final int LONGEST_CHAIN = 1_000;

    /**
     * Finds the run, and where others have taken it up, the last of them.
     *
     * @param named the folder of a run, or its evidence file
     * @param state the state directory, where the folder of a run with evidence elsewhere is
     * @throws Refusal where there is none, it is going on, it is over, or it differs from the one that wants to go on
     */
    static EarlierRun find(Path named, Path state, RunIdentity wanted) {
        try {
            Path folder = Files.isDirectory(named)
                    ? named
                    : state.resolve("runs").resolve(collected(named).run().id());
            RunPlace place = RunPlace.read(folder);
            for (int i = 0; i < LONGEST_CHAIN && !place.takenUpBy().isEmpty(); i++) {
                folder = folder.resolveSibling(place.takenUpBy());
                place = RunPlace.read(folder);
            }
            refuse(folder, place, wanted);
            RunLock lock = locked(folder);
            return new EarlierRun(folder, RunPlace.read(folder), collected(Path.of(place.evidence())), lock);
        } catch (NoSuchFileException e) {
            throw Refusal.usage(
                    "--resume: " + e.getFile()
                            + ": there is no such file: name the folder of a run that has sent something, or its evidence file");
        } catch (JsonFault e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--resume: " + named + ": damaged: " + e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--resume: " + named + ": cannot be read: " + e));
        }
    }

    private static void refuse(Path folder, RunPlace place, RunIdentity wanted) {
        if (place.over()) {
            throw Refusal.usage("--resume: " + folder + ": that run visited everything; netgrade judge "
                    + place.evidence() + " reports it again");
        }
        place.identity().difference(wanted).ifPresent(how -> {
            throw Refusal.usage("--resume: " + folder + ": that run was " + how
                    + "; to go on, name the same targets, ports, seed and shard");
        });
    }

    private static RunLock locked(Path folder) throws IOException {
        return RunLock.of(folder)
                .orElseThrow(() ->
                        new Refusal(ExitCode.LOCKED, List.of("--resume: " + folder + ": that run is still going on")));
    }

    private static Collected collected(Path evidence) throws IOException {
        try {
            return EvidenceReader.read(evidence, ProtocolCatalog.facts());
        } catch (EvidenceFault e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--resume: " + e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
