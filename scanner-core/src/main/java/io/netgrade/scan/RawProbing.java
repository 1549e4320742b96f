// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Problem;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.ProbeTarget;
import io.netgrade.probe.Prober;
import io.netgrade.probe.Share;
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

    private RawProbing(Targets targets, Course course, RawDiscovery discovery, Prober prober, Collector collector) {
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
            Collector collector)
            throws RawSocketException {
        RawDiscovery discovery = RawDiscovery.open(targets.probes(), course, targets.scope(), limits, clock);
        Prober prober =
                new Prober(protocols, targets.scope(), limits, clock, collector::observed, collector::attempted);
        return new RawProbing(targets, course, discovery, prober, collector);
    }

    /** Until all are visited or the thread is interrupted; says what was not visited, and where to go on. */
    public void examine() throws RawSocketException {
        Probing.introduce(targets, collector);
        long place = course.from();
        while (place < discovery.size()) {
            Stretch stretch = discovery.discover(place, collector::attempted);
            if (stretch.interrupted() || !question(stretch)) {
                interrupted(place);
                return;
            }
            place = stretch.end();
        }
        List<ProbeTarget> datagrams = targets.probes().stream()
                .map(target -> new ProbeTarget(target.addresses(), PortSet.NONE, target.udp()))
                .toList();
        Course rest = new Course(course.seed(), course.share(), Math.max(0, course.from() - discovery.size()));
        ProbeReport report = prober.run(datagrams, rest);
        Probing.faults(report, collector);
        if (report.interrupted()) {
            interrupted(discovery.size() + report.done());
        }
    }

    @Override
    public void close() {
        discovery.close();
    }

    private boolean question(Stretch stretch) {
        ProbeReport report = prober.run(stretch.open(), new Course(course.seed(), Share.WHOLE, 0));
        Probing.faults(report, collector);
        return !report.interrupted();
    }

    private void interrupted(long place) {
        String text =
                "interrupted: %d places of the order were not done; to go on: --resume-at %d, and the same targets,"
                        + " ports, seed, shard and --discovery";
        long left = Math.max(0, discovery.size() - place);
        collector.problem(new Problem("probe", text.formatted(left, place), false));
    }
}
