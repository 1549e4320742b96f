// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Run;
import io.netgrade.probe.Course;
import io.netgrade.probe.Standing;
import io.netgrade.scan.Collector;
import io.netgrade.scan.PlaceKeeper;
import io.netgrade.scan.Remains;
import io.netgrade.scan.RunIdentity;
import io.netgrade.scan.RunPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * A probe that can be taken up wherever it is killed: its folder in the state directory holds its evidence and how far it
 * is, from before the first byte is sent.
 */
final class KeptProbe implements Consumer<Standing>, Closeable {
    private final Path folder;
    private final Collector collector;
    private final RunLock lock;
    private final PlaceKeeper keeper;
    private final BooleanSupplier mayProbe;

    private KeptProbe(Path folder, Collector collector, RunLock lock, PlaceKeeper keeper, BooleanSupplier mayProbe) {
        this.folder = folder;
        this.collector = collector;
        this.lock = lock;
        this.keeper = keeper;
        this.mayProbe = mayProbe;
    }

    /**
     * Takes over what an earlier run had collected, and from then on is the one to be taken up.
     *
     * @param mayProbe whether the scope is open: what comes up while it is not stays to be visited
     * @throws Refusal where it cannot be kept
     */
    static KeptProbe begin(
            Console console,
            CommonOptions options,
            Run run,
            RunIdentity identity,
            Course course,
            Optional<EarlierRun> earlier,
            BooleanSupplier mayProbe) {
        Path folder = Journal.folder(options, run);
        Collector collector = Journal.keptCollector(console, options, run);
        try {
            Files.createDirectories(folder);
            RunLock lock = RunLock.of(folder).orElseThrow(() -> new IOException("another process works on it"));
            earlier.ifPresent(before -> collector.include(Remains.of(before.collected())));
            String evidence = Journal.kept(options, run).toAbsolutePath().toString();
            RunPlace begun = new RunPlace(run.id(), evidence, identity, course.begin(), false, "");
            collector.force();
            begun.write(folder);
            if (earlier.isPresent()) {
                earlier.get().place().takenUpBy(run.id()).write(earlier.get().folder());
                earlier.get().close();
            }
            PlaceKeeper keeper = new PlaceKeeper(begun, folder, collector, console::say);
            return new KeptProbe(folder, collector, lock, keeper, mayProbe);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    List.of(folder + ": the run cannot be kept (" + e + "), nothing was sent; name another place with"
                            + " --state"));
        }
    }

    Collector collector() {
        return collector;
    }

    /** How another run goes on with it at a place, as the end of a line. */
    LongFunction<String> resume() {
        return place -> "; to go on: the same command with --resume " + folder + ", or with --resume-at " + place;
    }

    @Override
    public void accept(Standing standing) {
        if (mayProbe.getAsBoolean()) {
            keeper.accept(standing);
        }
    }

    void over(boolean allVisited) {
        keeper.over(allVisited && mayProbe.getAsBoolean());
    }

    @Override
    public void close() throws IOException {
        keeper.close();
        collector.close();
        lock.close();
    }
}
