// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Problem;
import io.netgrade.probe.Course;
import io.netgrade.probe.PacketTap;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.profile.Plan;
import io.netgrade.protocol.Protocol;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Examines everything that a plan names. First its inputs are taken, which sends nothing: evidence of earlier runs, captures,
 * what is to be said of the targets. Then the targets are questioned, unit after unit.
 */
public final class PlanRun {
    private PlanRun() {}

    /**
     * All of it, where nobody goes on with it later.
     *
     * @param limits their wall time is that of all units together
     * @param clock tells the moment at which the scope must hold
     * @param watch told how far the reading of captures is
     * @throws RawSocketException where open ports are to be found by raw packets and those are not to be had
     */
    public static void examine(
            Plan plan,
            PlanInputs inputs,
            ProbeLimits limits,
            InstantSource clock,
            Collector collector,
            ReadingWatch watch)
            throws RawSocketException {
        PlanTargets targets = PlanTargets.of(plan, plan.scope(), limits, clock.instant());
        take(inputs, targets, collector, watch);
        question(
                targets,
                new TlsMeasures(TrustStores.usual(), Optional.empty()),
                limits,
                clock,
                collector,
                PacketTap.NONE,
                UnitPlaces.NONE);
    }

    /**
     * Takes the inputs.
     *
     * @return whether all of them: false where the thread was interrupted, whose flag is then clear, so that results can be
     *     written
     */
    public static boolean take(PlanInputs inputs, PlanTargets targets, Collector collector, ReadingWatch watch) {
        inputs.problems().forEach(collector::problem);
        inputs.evidence().forEach(collector::include);
        if (!inputs.captures().isEmpty()) {
            Captures.examine(inputs.captures(), InputStream.nullInputStream(), collector, watch);
        }
        for (PlanTargets.Ready unit : targets.units()) {
            Probing.introduce(unit.targets(), collector);
        }
        return !Thread.interrupted();
    }

    /**
     * Questions the targets whose inputs were taken, until all are visited or the thread is interrupted.
     *
     * @param measures by which certificates are measured
     * @param tap is shown what the probes send and receive
     * @param places where each unit begins
     * @return whether all were visited
     */
    public static boolean question(
            PlanTargets targets,
            TlsMeasures measures,
            ProbeLimits limits,
            InstantSource clock,
            Collector collector,
            PacketTap tap,
            UnitPlaces places)
            throws RawSocketException {
        List<Protocol> asked = measures.givenTo(targets.protocols(), clock);
        boolean all = true;
        boolean interrupted = false;
        long began = System.nanoTime();
        for (PlanTargets.Ready unit : targets.units()) {
            String id = unit.unit().id();
            if (places.over(id)) {
                continue;
            }
            if (interrupted) {
                String text = Attempt.INTERRUPTED + ": unit " + id + ": its "
                        + unit.forecast().visits() + " " + Probing.NOT_VISITED + places.goOn();
                collector.problem(new Problem(Probing.INPUT, text, false));
            } else {
                Duration left = limits.wallTime().minusNanos(System.nanoTime() - began);
                ProbeLimits rest = limits.withWallTime(left.toMillis() > 0 ? left : Duration.ofMillis(1));
                Visited visited = visit(unit, targets, asked, rest, clock, collector, tap, places);
                all &= visited == Visited.ALL;
                interrupted = visited == Visited.INTERRUPTED;
            }
        }
        return all;
    }

    /** How the visits of a unit ended. */
    private enum Visited {
        ALL,
        NOT_ALL,
        INTERRUPTED
    }

    private static Visited visit(
            PlanTargets.Ready unit,
            PlanTargets targets,
            List<Protocol> asked,
            ProbeLimits limits,
            InstantSource clock,
            Collector collector,
            PacketTap tap,
            UnitPlaces places)
            throws RawSocketException {
        String id = unit.unit().id();
        Course course = targets.course().from(places.begin(id));
        ProbeWatch watch = new ProbeWatch(tap, places.begun(id));
        LongFunction<String> goOn = place -> " (unit " + id + ")" + places.goOn();
        Visited visited;
        if (targets.raw()) {
            try (RawProbing probing =
                    RawProbing.open(unit.targets(), unit.sctp(), asked, limits, course, clock, collector, watch)) {
                visited = probing.question(goOn) ? Visited.ALL : Visited.INTERRUPTED;
            }
        } else {
            ProbeReport report = Probing.question(unit.targets(), asked, limits, course, clock, collector, watch, goOn);
            Visited cut = report.interrupted() ? Visited.INTERRUPTED : Visited.NOT_ALL;
            visited = report.stopped().isEmpty() ? Visited.ALL : cut;
        }
        places.ended(id, visited == Visited.ALL);
        return visited;
    }
}
