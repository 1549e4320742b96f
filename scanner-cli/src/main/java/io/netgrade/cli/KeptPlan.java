// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Run;
import io.netgrade.probe.Standing;
import io.netgrade.scan.Collector;
import io.netgrade.scan.PlaceKeeper;
import io.netgrade.scan.PlanPlace;
import io.netgrade.scan.RunIdentity;
import io.netgrade.scan.RunPlace;
import io.netgrade.scan.UnitPlaces;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run of a plan that can be taken up wherever it is killed: its folder in the state directory holds its evidence and, unit
 * by unit, how far it is.
 */
final class KeptPlan implements UnitPlaces, Closeable {
    private final Console console;
    private final Path folder;
    private final Collector collector;
    private final BooleanSupplier mayProbe;
    private final Map<String, RunPlace> units = new HashMap<>();
    private PlanPlace place;
    private @Nullable PlaceKeeper keeper;

    private KeptPlan(Console console, Path folder, Collector collector, BooleanSupplier mayProbe, PlanPlace place) {
        this.console = console;
        this.folder = folder;
        this.collector = collector;
        this.mayProbe = mayProbe;
        this.place = place;
    }

    /**
     * From now on the run is the one of its plan to be taken up.
     *
     * @param begun where it begins: with inputs that are taken where the collector holds what an earlier run took
     * @param mayProbe whether the scope is open: what comes up while it is not stays to be visited
     * @throws Refusal where it cannot be kept
     */
    static KeptPlan begin(
            Console console,
            CommonOptions options,
            Run run,
            PlanPlace begun,
            Optional<EarlierPlan> earlier,
            Collector collector,
            BooleanSupplier mayProbe) {
        Path folder = Journal.folder(options, run);
        KeptPlan kept = new KeptPlan(console, folder, collector, mayProbe, begun);
        try {
            Files.createDirectories(folder);
            if (earlier.isPresent()) {
                kept.goOnWith(earlier.get());
            }
            collector.force();
            begun.write(folder);
            if (earlier.isPresent()) {
                earlier.get().place().takenUpBy(run.id()).write(earlier.get().folder());
            }
            return kept;
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    List.of(folder + ": the run cannot be kept (" + e + "), nothing was sent; name another place with"
                            + " --state"));
        }
    }

    private void goOnWith(EarlierPlan earlier) throws IOException {
        for (Map.Entry<String, RunPlace> unit : earlier.units().entrySet()) {
            RunPlace before = unit.getValue();
            keep(unit.getKey(), before.standing(), before.over());
        }
    }

    private RunPlace keep(String unit, Standing standing, boolean over) throws IOException {
        RunIdentity identity = Objects.requireNonNull(place.identity().units().get(unit));
        RunPlace kept = new RunPlace(place.run(), place.evidence(), identity, standing, over, "");
        Path own = place.unitFolder(folder, unit);
        Files.createDirectories(own);
        kept.write(own);
        units.put(unit, kept);
        return kept;
    }

    boolean inputsTaken() {
        return place.inputsTaken();
    }

    /** All captures and evidence are read; from now on targets are questioned. */
    void takeInputs() {
        write(place.withInputsTaken());
    }

    /** The run ends. */
    void over(boolean all) {
        write(place.ended(all && mayProbe.getAsBoolean()));
    }

    private void write(PlanPlace now) {
        try {
            collector.force();
            now.write(folder);
            place = now;
        } catch (IOException e) {
            console.say(folder + ": how far the run is cannot be kept: " + e.getMessage());
        }
    }

    @Override
    public Standing begin(String unit) {
        RunPlace before = units.get(unit);
        return before == null ? new Standing(0, List.of()) : before.standing();
    }

    @Override
    public boolean over(String unit) {
        RunPlace before = units.get(unit);
        return before != null && before.over();
    }

    @Override
    public Consumer<Standing> begun(String unit) {
        try {
            PlaceKeeper fresh = new PlaceKeeper(
                    keep(unit, begin(unit), false), place.unitFolder(folder, unit), collector, console::say);
            keeper = fresh;
            return standing -> {
                if (mayProbe.getAsBoolean()) {
                    fresh.accept(standing);
                }
            };
        } catch (IOException e) {
            console.say(folder + ": how far the run is cannot be kept, the probe goes on: " + e.getMessage());
            return standing -> {};
        }
    }

    @Override
    public void ended(String unit, boolean allVisited) {
        if (keeper != null) {
            keeper.over(allVisited && mayProbe.getAsBoolean());
            keeper = null;
        }
    }

    @Override
    public String goOn() {
        return "; to go on: the same command with --resume";
    }

    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
        }
    }
}
