// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What lifts a unit's floor to a level: first what must be mended, worst first, then what would decide the rest. Manual
 * controls are not among it, as they do not stop the floor.
 */
final class Lifts {
    private static final Comparator<Map.Entry<Step, List<Finding>>> ORDER = Comparator.comparing(
                    (Map.Entry<Step, List<Finding>> entry) -> !entry.getKey().fix())
            .thenComparing(entry -> worst(entry.getValue()));

    private Lifts() {}

    /** In each half in the order of severity, and within one severity of the findings. */
    static List<Lift> to(Level level, List<Finding> findings) {
        Map<Step, List<Finding>> steps = new LinkedHashMap<>();
        for (Finding finding : findings) {
            boolean stops = (finding.is(Result.FAIL) && !finding.waived()) || finding.is(Result.UNKNOWN);
            if (stops && finding.level().compareTo(level) <= 0) {
                steps.computeIfAbsent(step(finding), any -> new ArrayList<>()).add(finding);
            }
        }
        return steps.entrySet().stream()
                .sorted(ORDER)
                .map(entry -> new Lift(
                        entry.getValue().get(0).control(),
                        entry.getKey().fix(),
                        endpoints(entry.getValue()),
                        entry.getKey().how()))
                .toList();
    }

    private static Step step(Finding finding) {
        Control control = finding.control();
        Optional<UnknownReason> open = finding.verdict().unknown();
        return open.map(reason ->
                        new Step(control.id(), false, LiftDecision.how(reason).en()))
                .orElseGet(() -> new Step(control.id(), true, control.remedy().en()));
    }

    /** Each once, in their order; findings of one ask have it already. */
    private static List<Endpoint> endpoints(List<Finding> findings) {
        List<Endpoint> endpoints = new ArrayList<>(findings.size());
        boolean rising = true;
        for (Finding finding : findings) {
            if (finding.endpoint().isPresent()) {
                Endpoint next = finding.endpoint().get();
                rising &= endpoints.isEmpty()
                        || endpoints.get(endpoints.size() - 1).compareTo(next) < 0;
                endpoints.add(next);
            }
        }
        return rising ? endpoints : List.copyOf(new TreeSet<>(endpoints));
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.ask().stream())
                .map(ask -> ask.severity())
                .min(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private record Step(String control, boolean fix, String how) {}
}
