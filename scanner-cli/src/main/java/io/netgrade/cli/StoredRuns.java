// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.json.JsonFault;
import io.netgrade.scan.PlanPlace;
import io.netgrade.scan.RunPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs in the state directory, oldest first; of one that others have taken up, the last, which holds all of it. */
final class StoredRuns {
    /**
     * @param evidence all that the run collected
     * @param plan the plan that it is of; empty for a run of no plan
     */
    record Stored(Path evidence, Optional<Path> plan) {}

    private StoredRuns() {}

    /** @throws IOException where the folder cannot be listed */
    static List<Stored> of(Path state) throws IOException {
        Path runs = state.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> entries = Files.list(runs)) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        }
        List<Stored> stored = new ArrayList<>();
        for (Path folder : folders) {
            stored(folder).ifPresent(stored::add);
        }
        return stored;
    }

    private static Optional<Stored> stored(Path folder) throws IOException {
        Path own = folder.resolve("evidence.ndjson");
        try {
            PlanPlace place = PlanPlace.read(folder);
            return place.takenUpBy().isEmpty()
                    ? Optional.of(new Stored(Path.of(place.evidence()), Optional.of(Path.of(place.plan()))))
                    : Optional.empty();
        } catch (NoSuchFileException ofNoPlan) {
            return ofNoPlan(folder, own);
        } catch (JsonFault damaged) {
            return Optional.of(new Stored(own, Optional.empty()));
        }
    }

    private static Optional<Stored> ofNoPlan(Path folder, Path own) throws IOException {
        try {
            RunPlace place = RunPlace.read(folder);
            return place.takenUpBy().isEmpty()
                    ? Optional.of(new Stored(Path.of(place.evidence()), Optional.empty()))
                    : Optional.empty();
        } catch (NoSuchFileException nothingSent) {
            return Files.exists(own) ? Optional.of(new Stored(own, Optional.empty())) : Optional.empty();
        } catch (JsonFault damaged) {
            return Optional.of(new Stored(own, Optional.empty()));
        }
    }
}
