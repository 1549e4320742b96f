// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Problem;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.ProbeTarget;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.probe.Prober;
import io.netgrade.probe.Share;
import io.netgrade.probe.Standing;
import io.netgrade.probe.raw.RawDiscovery;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.probe.raw.Stretch;
import io.netgrade.protocol.Protocol;
import java.time.InstantSource;
import java.util.List;

/**
 * Questions targets whose open TCP ports are found by packets of our own making: a stretch of the order is visited, then the
 * prober questions what is open there, and at the end what there is over UDP.
 */
public final class RawProbing implements AutoCloseable {
    private final Targets targets;
    private final Course course;
    private final RawDiscovery discovery;
    private final Prober prober;
    private final Collector collector;
    private final ProbeWatch watch;

    private RawProbing(
            Targets targets,
            Course course,
            RawDiscovery discovery,
            Prober prober,
            Collector collector,
            ProbeWatch watch) {
        this.watch = watch;
        this.targets = targets;
        this.course = course;
        this.discovery = discovery;
        this.prober = prober;
        this.collector = collector;
    }

    /**
     * Opens what is needed; sends nothing.
     *
     * @throws RawSocketException in one line: no right to raw sockets, or no libpcap
     */
    public static RawProbing open(
            Targets targets,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector,
            ProbeWatch watch)
            throws RawSocketException {
        RawDiscovery discovery = RawDiscovery.open(targets.probes(), course, targets.scope(), limits, clock);
        Prober prober =
                new Prober(protocols, targets.scope(), limits, clock, collector::observed, collector::attempted);
        return new RawProbing(targets, course, discovery, prober, collector, watch);
    }

    /**
     * Until all are visited or the thread is interrupted; says what was not visited.
     *
     * @param resume what the user does to go on where the run was interrupted
     * @return whether all were visited
     */
    public boolean examine(String resume) throws RawSocketException {
        Probing.introduce(targets, collector);
        long begin = course.begin().open().isEmpty()
                ? course.begin().next()
                : course.begin().open().get(0);
        long place = begin;
        while (place < discovery.size()) {
            Stretch stretch = discovery.discover(place, collector::attempted);
            if (stretch.interrupted() || !question(stretch)) {
                interrupted(place, resume);
                return false;
            }
            place = stretch.end();
            watch.standings().accept(new Standing(place, List.of()));
        }
        List<ProbeTarget> datagrams = targets.probes().stream()
                .map(target -> new ProbeTarget(target.addresses(), PortSet.NONE, target.udp()))
                .toList();
        Course rest = new Course(course.seed(), course.share(), Math.max(0, begin - discovery.size()));
        ProbeWatch behind =
                new ProbeWatch(watch.tap(), standing -> watch.standings().accept(shifted(standing, discovery.size())));
        ProbeReport report = prober.run(datagrams, rest, behind);
        Probing.remarks(report, collector);
        if (!report.stopped().isEmpty()) {
            interrupted(discovery.size() + report.done(), resume);
        }
        return report.stopped().isEmpty();
    }

    private static Standing shifted(Standing standing, long by) {
        return new Standing(
                standing.next() + by,
                standing.open().stream().map(place -> place + by).toList());
    }

    @Override
    public void close() {
        discovery.close();
    }

    private boolean question(Stretch stretch) {
        ProbeReport report = prober.run(
                stretch.open(), new Course(course.seed(), Share.WHOLE, 0), new ProbeWatch(watch.tap(), standing -> {}));
        Probing.remarks(report, collector);
        return report.stopped().isEmpty();
    }

    private void interrupted(long place, String resume) {
        String text = Attempt.INTERRUPTED + ": %d places of the order, and what follows them: " + Probing.NOT_VISITED
                + "; to go on: the same command with %s";
        long left = Math.max(0, discovery.size() - place);
        collector.problem(new Problem(Probing.INPUT, text.formatted(left, resume), false));
    }
}
