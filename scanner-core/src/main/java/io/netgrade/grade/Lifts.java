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
        return open.map(reason -> new Step(control.id(), false, decidedBy(reason)))
                .orElseGet(() -> new Step(control.id(), true, control.remedy().en()));
    }

    private static String decidedBy(UnknownReason reason) {
        return switch (reason) {
            case BANNED -> "let the scanner's address in, or scan more slowly";
            case BUDGET_SPENT -> "probe it again with a larger budget";
            case CAPTURE_DROPS -> "capture again without losing frames, or probe it";
            case CLOSED_EARLY -> "probe it again: it closed before it said enough";
            case ENCRYPTED -> "probe it: a capture cannot read this";
            case EYES_DISAGREE ->
                "look at it again with both eyes: what one saw is not within what the other saw whole";
            case FILTERED, TIMED_OUT, UNREACHABLE -> "probe it from where it answers, or capture where it is used";
            case HEURISTIC_ONLY -> "probe it, or capture both directions";
            case NO_SCTP -> "probe it from a machine with SCTP, or capture where it is used";
            case NOT_ASKED -> "probe it, or capture where it is used";
            case ONE_SIDED -> "capture both directions, or probe it";
            case OUT_OF_SCOPE -> "name it in the scope and probe it";
            case OUT_OF_WINDOW -> "probe it within the time window";
            case PARTLY_SEEN -> "probe it for the whole: only part of it was seen";
            case PROBE_FAULT -> "report netgrade's fault, and capture where it is used";
            case SNAPLEN_CUT -> "capture whole frames, or probe it";
            case UNSUPPORTED_LINK_TYPE -> "capture on a link of a supported type, or probe it";
        };
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
