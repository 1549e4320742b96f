// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.ProbeTarget;
import io.netgrade.probe.Prober;
import io.netgrade.probe.raw.ErrorQueue;
import io.netgrade.probe.raw.RawDiscovery;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.probe.raw.Stretch;
import io.netgrade.scan.Targets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lists the open ports of targets on standard output, and the counts on standard error; nothing is asked there. */
final class OpenPortList {
    /** So soon an open port is left again. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Targets targets;
    private final ProbeLimits limits;
    private final Course course;
    private final InstantSource clock;
    private final Console console;
    private final Map<Status, Long> endings = new EnumMap<>(Status.class);

    OpenPortList(Targets targets, ProbeLimits limits, Course course, InstantSource clock, Console console) {
        this.targets = targets;
        this.limits = limits;
        this.course = course;
        this.clock = clock;
        this.console = console;
    }

    /** By a connection to each TCP port, named as they are found. */
    int byConnections() {
        Prober prober = new Prober(
                        List.of(),
                        targets.scope(),
                        limits.withBannerWait(AT_ONCE),
                        clock,
                        observation -> {},
                        attempt -> {
                            if (attempt.question().equals("connect") && attempt.status() == Status.ANSWERED) {
                                console.out().println(attempt.endpoint());
                            }
                        })
                .settling(console.out()::flush)
                .hearing(new ErrorQueue());
        ProbeReport report = prober.run(overTcp(), course);
        endings.putAll(report.firstContacts());
        report.unknownHosts().forEach(console::say);
        if (report.interrupted()) {
            return interrupted(report.done());
        }
        if (!report.stopped().isEmpty()) {
            console.say(Attempt.interrupted(report.stopped()) + ": " + report.unreached() + " of " + report.endpoints()
                    + " endpoints were not visited" + goOn(report.done()));
        }
        return concluded(report.stopped().isEmpty() && report.unknownHosts().isEmpty());
    }

    private List<ProbeTarget> overTcp() {
        return targets.probes().stream()
                .filter(target -> !target.tcp().isEmpty())
                .map(target -> new ProbeTarget(target.addresses(), target.tcp(), PortSet.NONE))
                .toList();
    }

    /**
     * By SYN and INIT, stretch by stretch.
     *
     * @param sctp ports to visit on every address of the targets
     * @throws Refusal with code 69 where raw sockets are not to be had
     */
    int byRawPackets(PortSet sctp) {
        List<RawDiscovery> discoveries = List.of();
        List<String> everyPort = new ArrayList<>();
        try {
            discoveries = RawDiscovery.of(targets.probes(), sctp, course, targets.scope(), limits, clock);
            long before = 0;
            for (RawDiscovery found : discoveries) {
                long place = Math.max(0, course.begin().next() - before);
                while (place < found.size()) {
                    Stretch stretch = found.list(place, console.out()::println, everyPort::add);
                    if (stretch.interrupted()) {
                        return interrupted(before + place);
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
        everyPort.forEach(line -> console.say(line + "; its open ports are not listed"));
        return concluded(everyPort.isEmpty());
    }

    private int interrupted(long place) {
        console.out().flush();
        console.say(Attempt.INTERRUPTED + goOn(place));
        return ExitCode.INTERRUPTED.code();
    }

    private static String goOn(long place) {
        return "; to go on: --resume-at " + place + ", and the same targets, ports, seed and shard";
    }

    private int concluded(boolean whole) {
        console.out().flush();
        targets.outside().forEach(problem -> console.say(problem.message()));
        targets.unresolved().forEach(problem -> console.say(problem.message()));
        console.say(count(Status.ANSWERED) + " open, " + count(Status.REFUSED) + " closed, " + count(Status.FILTERED)
                + " filtered");
        return whole && targets.outside().isEmpty() && targets.unresolved().isEmpty()
                ? ExitCode.HOLDS.code()
                : ExitCode.UNDECIDED.code();
    }

    private long count(Status status) {
        return endings.getOrDefault(status, 0L);
    }
}
