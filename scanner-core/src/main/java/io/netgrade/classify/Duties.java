// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.util.List;
import java.util.Optional;

/**
 * What follows from holding a level, and when.
 *
 * @param filingDays from the day on which the grading passed its review; none where the method states no such duty
 * @param filingClause from which document that comes
 */
public record Duties(Optional<Integer> filingDays, String filingClause, List<Cycle> cycles) {
    public Duties {
        cycles = List.copyOf(cycles);
    }

    /** What comes again and again. */
    public enum Kind {
        /** Compliance evaluation (符合性评测, 等级测评). */
        EVALUATION,
        /** Risk assessment (风险评估). */
        RISK_ASSESSMENT
    }

    /**
     * @param level for which it holds
     * @param months from one to the next
     */
    public record Cycle(Kind kind, String level, int months, String clause) {}

    /** Empty where nothing is asked of that level. */
    public Optional<Cycle> cycle(Kind kind, String level) {
        return cycles.stream()
                .filter(cycle -> cycle.kind() == kind && cycle.level().equals(level))
                .findFirst();
    }
}
