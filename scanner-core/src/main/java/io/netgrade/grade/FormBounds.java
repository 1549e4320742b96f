// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.grade.FormItems.Half;
import io.netgrade.profile.ResultForm;
import io.netgrade.profile.ResultForm.Deductions;
import io.netgrade.profile.ResultForm.Marks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Between which values the points of a form, or the conformity rate in per cent, lie. Whatever the open items turn out to be,
 * it is within; where an evaluator finds further items not applicable, the most is still no less.
 *
 * @param least times the number of items, so that it is exact
 * @param most likewise
 * @param items above 0
 */
record FormBounds(BigDecimal least, BigDecimal most, int items) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 2;

    static FormBounds of(ResultForm form, FormMarks marks) {
        return form.deductions()
                .map(deductions -> deducted(deductions, form.marks(), marks))
                .orElseGet(() -> rate(form.marks(), marks));
    }

    private static FormBounds rate(Marks mark, FormMarks marks) {
        BigDecimal least = times(mark.met(), marks.met()).add(times(mark.notMet(), marks.all() - marks.met()));
        BigDecimal most = times(mark.met(), marks.all() - marks.broken()).add(times(mark.partial(), marks.broken()));
        return new FormBounds(least.multiply(HUNDRED), most.multiply(HUNDRED), marks.all());
    }

    private static FormBounds deducted(Deductions deductions, Marks mark, FormMarks marks) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Half half : Half.values()) {
            BigDecimal share =
                    half == Half.TECHNICAL ? deductions.balance() : BigDecimal.ONE.subtract(deductions.balance());
            BigDecimal whole = times(share.multiply(HUNDRED), marks.all());
            BigDecimal worst = times(lost(mark.notMet(), deductions.most()), marks.all(half) - marks.met(half));
            BigDecimal best = times(lost(mark.partial(), deductions.least()), marks.broken(half));
            least = least.add(whole.subtract(worst).max(BigDecimal.ZERO));
            most = most.add(whole.subtract(best).max(BigDecimal.ZERO));
        }
        return new FormBounds(least, most, marks.all());
    }

    private static BigDecimal lost(BigDecimal mark, BigDecimal factor) {
        return BigDecimal.ONE.subtract(mark).multiply(factor).multiply(HUNDRED);
    }

    private static BigDecimal times(BigDecimal value, int count) {
        return value.multiply(BigDecimal.valueOf(count));
    }

    /** Whether the lower end reaches a verdict's bound. */
    boolean leastReaches(ResultForm.Verdict verdict) {
        return reaches(least, verdict);
    }

    boolean mostReaches(ResultForm.Verdict verdict) {
        return reaches(most, verdict);
    }

    private boolean reaches(BigDecimal value, ResultForm.Verdict verdict) {
        int needed = verdict.beyond() ? 1 : 0;
        return verdict.bound()
                .map(bound -> value.compareTo(times(bound, items)) >= needed)
                .orElse(true);
    }

    /** To two decimals, never above it. */
    BigDecimal shownLeast() {
        return shown(least, RoundingMode.FLOOR);
    }

    /** To two decimals, never below it. */
    BigDecimal shownMost() {
        return shown(most, RoundingMode.CEILING);
    }

    private BigDecimal shown(BigDecimal value, RoundingMode outward) {
        RoundingMode mode = least.compareTo(most) == 0 ? RoundingMode.HALF_UP : outward;
        BigDecimal shown = value.divide(BigDecimal.valueOf(items), SHOWN, mode).stripTrailingZeros();
        return shown.setScale(Math.max(0, shown.scale()));
    }
}
