// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Problem;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.probe.Prober;
import io.netgrade.probe.raw.ErrorQueue;
import io.netgrade.probe.raw.RawAssociations;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsProtocol;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;

/** Questions targets that are ready. */
public final class Probing {
    /** What a probe's own problems are said of. */
    static final String INPUT = "probe";

    /** Stands in the problem of a probe that ended before its time. */
    static final String NOT_VISITED = "endpoints were not visited";

    private Probing() {}

    /**
     * Until all are visited or the thread is interrupted; says what was not visited, and where to go on.
     *
     * @param protocols those of the catalog, some perhaps told what to ask
     * @param clock tells the moment at which the scope must hold
     * @param course which of the endpoints, and in what order
     */
    public static void examine(
            Targets targets,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector) {
        examine(targets, protocols, limits, course, clock, collector, ProbeWatch.NONE, place -> "");
    }

    /**
     * The same.
     *
     * @param watch who looks on
     * @param goOn says of a place of the order how another run goes on there; empty where none can
     */
    public static ProbeReport examine(
            Targets targets,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector,
            ProbeWatch watch,
            LongFunction<String> goOn) {
        introduce(targets, collector);
        return question(targets, protocols, limits, course, clock, collector, watch, goOn);
    }

    /** The same of targets that are introduced already. */
    static ProbeReport question(
            Targets targets,
            List<Protocol> protocols,
            ProbeLimits limits,
            Course course,
            InstantSource clock,
            Collector collector,
            ProbeWatch watch,
            LongFunction<String> goOn) {
        Prober prober = new Prober(
                        naming(targets, protocols),
                        targets.scope(),
                        limits,
                        clock,
                        collector::observed,
                        collector::attemptedAmongOthers)
                .settling(collector::settle)
                .besides(targets.chosen())
                .hearing(new ErrorQueue());
        ProbeReport report = run(prober, targets, course, clock, collector, watch);
        if (!report.stopped().isEmpty()) {
            String text = Attempt.interrupted(report.stopped()) + ": %d of %d " + NOT_VISITED + "%s";
            collector.problem(new Problem(
                    INPUT, text.formatted(report.unreached(), report.endpoints(), goOn.apply(report.done())), false));
        }
        remarks(report, collector);
        return report;
    }

    private static ProbeReport run(
            Prober prober, Targets targets, Course course, InstantSource clock, Collector collector, ProbeWatch watch) {
        if (targets.sctp().isEmpty()) {
            return prober.run(targets.probes(), course, watch);
        }
        try (RawAssociations associations = RawAssociations.open(targets.scope(), clock)) {
            warn(associations, collector);
            return prober.associating(associations, ProtocolCatalog.all()).run(targets.probes(), course, watch);
        } catch (RawSocketException e) {
            String text = "S:" + targets.sctp() + ": " + Attempt.NO_SCTP + ", not visited: " + e.getMessage();
            collector.problem(new Problem(INPUT, text, false));
            return prober.run(targets.probes(), course, watch);
        }
    }

    /** Tells what may spoil associations. */
    static void warn(RawAssociations associations, Collector collector) {
        if (!associations.warning().isEmpty()) {
            collector.problem(new Problem(INPUT, associations.warning(), false));
        }
    }

    /** Tells what of the targets is not probed, and how names were looked up. */
    static void introduce(Targets targets, Collector collector) {
        targets.outside().forEach(collector::problem);
        targets.unresolved().forEach(collector::problem);
        targets.lookUps().forEach(collector::attempted);
    }

    /** The protocols, with the names that the targets were given: servers of TLS are asked by each. */
    static List<Protocol> naming(Targets targets, List<Protocol> protocols) {
        return protocols.stream()
                .map(protocol -> protocol instanceof TlsProtocol tls ? tls.naming(targets.names()) : protocol)
                .toList();
    }

    /** Tells of hosts that are unknown as a whole, and of our own faults. */
    static void remarks(ProbeReport report, Collector collector) {
        report.unknownHosts().forEach(line -> collector.problem(new Problem(INPUT, line, false)));
        long faults = report.attempts().getOrDefault(Attempt.Status.FAULT, 0L);
        if (faults > 0) {
            collector.problem(new Problem(
                    INPUT,
                    faults + " exchanges ended in a fault of netgrade's own; please report it with the evidence file",
                    false));
        }
    }
}
