// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.evidence.EvidenceFault;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Collected;
import io.netgrade.json.JsonFault;
import io.netgrade.probe.Share;
import io.netgrade.scan.PlanIdentity;
import io.netgrade.scan.PlanInputs;
import io.netgrade.scan.PlanPlace;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.RunPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The run of a plan that another takes up where it stood.
 *
 * @param units how far each unit was that it had begun
 */
record EarlierPlan(Path folder, PlanPlace place, Map<String, RunPlace> units) {
    private static final int LONGEST_CHAIN = 1_000;

    /**
     * Finds the newest run of the plan, of that shard of it, and where others have taken it up, the last of them.
     *
     * @throws Refusal where there is none, or it is over
     */
    static EarlierPlan find(Path state, Path plan, Share share) {
        try {
            Path folder = newest(state.resolve("runs"), PlanLock.name(plan, share))
                    .orElseThrow(() -> Refusal.usage(
                            "--resume: " + plan + ": no run of this plan was interrupted; run it without --resume"));
            PlanPlace place = PlanPlace.read(folder);
            for (int i = 0; i < LONGEST_CHAIN && !place.takenUpBy().isEmpty(); i++) {
                folder = folder.resolveSibling(place.takenUpBy());
                place = PlanPlace.read(folder);
            }
            if (place.over()) {
                throw Refusal.usage("--resume: " + folder + ": that run examined everything; netgrade judge "
                        + place.evidence() + " --plan " + plan + " reports it again");
            }
            return new EarlierPlan(folder, place, units(folder, place));
        } catch (JsonFault | NoSuchFileException e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--resume: " + plan + ": damaged: " + e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--resume: " + plan + ": cannot be read: " + e));
        }
    }

    private static Optional<Path> newest(Path runs, String plan) throws IOException, JsonFault {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(runs)) {
            List<Path> newestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path run : newestFirst) {
                if (Files.exists(run.resolve("plan.json"))
                        && PlanPlace.read(run).plan().equals(plan)) {
                    return Optional.of(run);
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, RunPlace> units(Path folder, PlanPlace place) throws IOException, JsonFault {
        Map<String, RunPlace> units = new HashMap<>();
        for (String unit : place.units()) {
            Path own = place.unitFolder(folder, unit);
            if (place.inputsTaken() && Files.isDirectory(own)) {
                units.put(unit, RunPlace.read(own));
            }
        }
        return units;
    }

    /**
     * Refuses where the plan is another now. Before all inputs were taken nothing was sent, and everything may differ.
     *
     * @throws Refusal in one line
     */
    void refuseWhatDiffers(PlanIdentity wanted) {
        if (place.inputsTaken()) {
            place.identity().difference(wanted).ifPresent(this::refuse);
        }
    }

    /**
     * What it had collected, once each capture is seen to be the one that it has read.
     *
     * @throws Refusal in one line where one is not, or the evidence cannot be read
     */
    Collected collected(PlanInputs inputs) throws InterruptedException {
        try {
            Collected collected = EvidenceReader.read(Path.of(place.evidence()), ProtocolCatalog.facts());
            inputs.changed(collected.captures()).ifPresent(name -> refuse("of another " + name));
            return collected;
        } catch (EvidenceFault e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--resume: " + e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.BAD_DATA,
                    List.of("--resume: " + place.evidence() + ": the evidence cannot be read: " + e));
        }
    }

    private void refuse(String how) {
        throw Refusal.usage("--resume: " + folder + ": that run was " + how
                + "; put that back to go on, or begin anew without --resume");
    }
}
