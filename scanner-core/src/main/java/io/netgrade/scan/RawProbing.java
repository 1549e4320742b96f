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
import io.netgrade.probe.raw.ErrorQueue;
import io.netgrade.probe.raw.RawAssociations;
import io.netgrade.probe.raw.RawDiscovery;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.probe.raw.Stretch;
import io.netgrade.protocol.Protocol;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Questions targets whose open TCP and SCTP ports are found by packets of our own making: a stretch of the order is visited,
 * then the prober questions what is open there, and at the end what there is over UDP.
 */
public final class RawProbing implements AutoCloseable {
    private final Targets targets;
    private final Course course;
    private final List<RawDiscovery> discoveries;
    private final Prober prober;
    private final Optional<RawAssociations> associations;
    private final Collector collector;
    private final ProbeWatch watch;

    private RawProbing(
            Targets targets,
            Course course,
            List<RawDiscovery> discoveries,
            Prober prober,
            Optional<RawAssociations> associations,
            Collector collector,
            ProbeWatch watch) {
        this.watch = watch;
        this.targets = targets;
        this.course = course;
        this.discoveries = discoveries;
        this.prober = prober;
        this.associations = associations;
        this.collector = collector;
    }

    /**
     * Opens what is needed; sends nothing.
     *
     * @param sctp ports to visit on every address of the targets
     * @throws RawSocketException in one line: no right to raw sockets, or no libpcap
     */
    public static RawProbing open(
            Targets targets,
            PortSet sctp,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector,
            ProbeWatch watch)
            throws RawSocketException {
        List<RawDiscovery> discoveries =
                RawDiscovery.of(targets.probes(), sctp, course, targets.scope(), limits, clock);
        Prober prober = new Prober(
                        Probing.naming(targets, protocols),
                        targets.scope(),
                        limits,
                        clock,
                        collector::observed,
                        collector::attempted)
                .hearing(new ErrorQueue());
        Optional<RawAssociations> associations = Optional.empty();
        if (!sctp.isEmpty()) {
            RawAssociations opened = RawAssociations.open(targets.scope(), clock);
            Probing.warn(opened, collector);
            prober.associating(opened, ProtocolCatalog.all());
            associations = Optional.of(opened);
        }
        return new RawProbing(targets, course, discoveries, prober, associations, collector, watch);
    }

    /**
     * Until all are visited or the thread is interrupted; says what was not visited.
     *
     * @param goOn says of a place of the order how another run goes on there
     * @return whether all were visited
     */
    public boolean examine(LongFunction<String> goOn) throws RawSocketException {
        Probing.introduce(targets, collector);
        return question(goOn);
    }

    /** The same of targets that are introduced already. */
    boolean question(LongFunction<String> goOn) throws RawSocketException {
        long begin = course.begin().open().isEmpty()
                ? course.begin().next()
                : course.begin().open().get(0);
        long before = 0;
        for (RawDiscovery discovery : discoveries) {
            long place = Math.max(0, begin - before);
            while (place < discovery.size()) {
                Stretch stretch = discovery.discover(place, collector::attemptedAmongOthers);
                collector.settle();
                if (stretch.interrupted() || !question(stretch)) {
                    interrupted(before + place, goOn);
                    return false;
                }
                place = stretch.end();
                watch.standings().accept(new Standing(before + place, List.of()));
            }
            before += discovery.size();
        }
        return datagrams(begin, before, goOn);
    }

    @Override
    public void close() {
        discoveries.forEach(RawDiscovery::close);
        associations.ifPresent(RawAssociations::close);
    }

    private boolean datagrams(long begin, long before, LongFunction<String> goOn) {
        List<ProbeTarget> udp = targets.probes().stream()
                .map(target -> new ProbeTarget(target.addresses(), PortSet.NONE, target.udp()))
                .toList();
        ProbeWatch behind =
                new ProbeWatch(watch.tap(), standing -> watch.standings().accept(shifted(standing, before)));
        ProbeReport report =
                prober.run(udp, new Course(course.seed(), course.share(), Math.max(0, begin - before)), behind);
        Probing.remarks(report, collector);
        boolean whole = report.stopped().isEmpty();
        if (!whole) {
            interrupted(before + report.done(), goOn);
        }
        return whole;
    }

    private static Standing shifted(Standing standing, long by) {
        return new Standing(
                standing.next() + by,
                standing.open().stream().map(place -> place + by).toList());
    }

    /** False where an interrupt ended it early. */
    private boolean question(Stretch stretch) {
        Map<InetAddress, Integer> others = new HashMap<>(targets.chosen());
        stretch.others().forEach((host, count) -> others.merge(host, count, Integer::sum));
        prober.besides(others);
        ProbeReport report = prober.run(
                stretch.open(), new Course(course.seed(), Share.WHOLE, 0), new ProbeWatch(watch.tap(), standing -> {}));
        Probing.remarks(report, collector);
        return report.stopped().isEmpty();
    }

    private void interrupted(long place, LongFunction<String> goOn) {
        String text = Attempt.INTERRUPTED + " at place %d of the order: the rest of the " + Probing.NOT_VISITED + "%s";
        collector.problem(new Problem(Probing.INPUT, text.formatted(place, goOn.apply(place)), false));
    }
}
