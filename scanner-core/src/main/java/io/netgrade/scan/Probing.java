// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Problem;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.Prober;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsProtocol;
import java.time.InstantSource;
import java.util.List;

/** Questions targets that are ready. */
public final class Probing {
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
        targets.outside().forEach(collector::problem);
        targets.unresolved().forEach(collector::problem);
        targets.lookUps().forEach(collector::attempted);
        List<Protocol> told = protocols.stream()
                .map(protocol -> protocol instanceof TlsProtocol tls ? tls.naming(targets.names()) : protocol)
                .toList();
        ProbeReport report = new Prober(told, targets.scope(), limits, clock, collector::observed, collector::attempted)
                .run(targets.probes(), course);
        if (report.interrupted()) {
            String text =
                    "interrupted: %d of %d endpoints were not visited; to go on: --resume-at %d, and the same targets,"
                            + " ports, seed and shard";
            collector.problem(
                    new Problem("probe", text.formatted(report.unreached(), report.endpoints(), report.done()), false));
        }
        long faults = report.attempts().getOrDefault(Attempt.Status.FAULT, 0L);
        if (faults > 0) {
            collector.problem(new Problem(
                    "probe",
                    faults + " exchanges ended in a fault of netgrade's own; please report it with the evidence file",
                    false));
        }
    }
}
