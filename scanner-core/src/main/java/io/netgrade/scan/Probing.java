// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Problem;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeReport;
import io.netgrade.probe.Prober;
import io.netgrade.protocol.Protocol;
import java.time.InstantSource;
import java.util.List;

/** Questions targets that are ready. */
public final class Probing {
    private Probing() {}

    /** Until all are visited or the thread is interrupted; says what was not visited. */
    public static void examine(Targets targets, ProbeLimits limits, Collector collector) {
        examine(targets, ProtocolCatalog.asked(), limits, collector);
    }

    /**
     * @param protocols those of the catalog, some perhaps told what to ask
     */
    public static void examine(Targets targets, List<Protocol> protocols, ProbeLimits limits, Collector collector) {
        targets.outside().forEach(collector::problem);
        targets.unresolved().forEach(collector::problem);
        targets.lookUps().forEach(collector::attempted);
        ProbeReport report = new Prober(
                        protocols,
                        targets.scope(),
                        limits,
                        InstantSource.system(),
                        collector::observed,
                        collector::attempted)
                .run(targets.probes());
        if (report.interrupted()) {
            collector.problem(new Problem(
                    "probe",
                    "interrupted: " + report.unreached() + " of " + report.endpoints() + " endpoints were not visited",
                    false));
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
