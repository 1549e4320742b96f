// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Attempt;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.probe.raw.RawDiscovery;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.probe.raw.Stretch;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.Collector;
import io.netgrade.scan.RawProbing;
import io.netgrade.scan.Targets;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How open TCP ports are found. */
final class DiscoveryOptions {
    @Mixin
    private final DiscoveryWay way = new DiscoveryWay();

    @Option(
            names = "--discover-only",
            description =
                    "With --discovery syn: lists the open ports on standard output, each as a target may be written, and"
                            + " neither asks nor judges anything.")
    private boolean only;

    /** {@code connect} or {@code syn}: the order of visits depends on it. */
    String id() {
        return way.id();
    }

    boolean raw() {
        return way.raw();
    }

    void describe(PortSet sctp, PrintWriter out) {
        DiscoveryWay.describe(raw(), sctp, out);
    }

    /** Whether open ports are to be listed, and that is all. */
    boolean only() {
        return only;
    }

    void check(CommonOptions options, List<String> mistakes) {
        if (only && !raw()) {
            mistakes.add("--discover-only: goes with --discovery syn alone");
        }
        if (only && (options.evidence != null || options.output != null || !options.formats.isEmpty())) {
            mistakes.add(
                    "--discover-only: writes a list on standard output, without --evidence, --format and --output");
        }
    }

    /**
     * @return whether all was visited
     * @throws Refusal with code 69 where raw sockets are not to be had
     */
    boolean examine(
            Targets targets,
            PortSet sctp,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector,
            ProbeWatch watch,
            LongFunction<String> goOn) {
        try (RawProbing probing = RawProbing.open(targets, sctp, protocols, limits, course, clock, collector, watch)) {
            return probing.examine(goOn);
        } catch (RawSocketException e) {
            throw DiscoveryWay.refusal(e);
        }
    }

    /**
     * Lists the open ports.
     *
     * @throws Refusal with code 69 where raw sockets are not to be had
     */
    int list(Targets targets, PortSet sctp, ProbeLimits limits, Course course, InstantSource clock, Console console) {
        Map<Attempt.Status, Long> endings = new EnumMap<>(Attempt.Status.class);
        List<RawDiscovery> discoveries = List.of();
        try {
            discoveries = RawDiscovery.of(targets.probes(), sctp, course, targets.scope(), limits, clock);
            long before = 0;
            for (RawDiscovery found : discoveries) {
                long place = Math.max(0, course.begin().next() - before);
                while (place < found.size()) {
                    Stretch stretch = found.list(place, console.out()::println);
                    if (stretch.interrupted()) {
                        console.say("interrupted; to go on: --resume-at " + (before + place)
                                + ", and the same targets, ports, seed and shard");
                        return ExitCode.INTERRUPTED.code();
                    }
                    stretch.endings().forEach((status, count) -> endings.merge(status, count, Long::sum));
                    place = stretch.end();
                }
                before += found.size();
            }
        } catch (RawSocketException e) {
            throw DiscoveryWay.refusal(e);
        } finally {
            discoveries.forEach(RawDiscovery::close);
        }
        console.out().flush();
        targets.outside().forEach(problem -> console.say(problem.message()));
        targets.unresolved().forEach(problem -> console.say(problem.message()));
        console.say(endings.getOrDefault(Attempt.Status.ANSWERED, 0L) + " open, "
                + endings.getOrDefault(Attempt.Status.REFUSED, 0L) + " closed, "
                + endings.getOrDefault(Attempt.Status.FILTERED, 0L) + " filtered");
        return targets.outside().isEmpty() && targets.unresolved().isEmpty()
                ? ExitCode.HOLDS.code()
                : ExitCode.UNDECIDED.code();
    }
}
