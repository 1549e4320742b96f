// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.StatedFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Holds the end of maintenance of the software that is disclosed against a bar. Where its maker's day is over but somebody
 * else may still mend that version, no banner tells whether it is mended: then it is UNKNOWN, until their day is over too.
 */
public final class LifecycleCheck implements Check {
    private static final String KEPT_UNTIL = "kept-until";
    private static final String KEPT_BY = "kept-by";

    private final FieldCheck ends = FieldCheck.of(
            "service.lifecycle",
            "Until when the software that a service discloses is maintained.",
            StatedFacts.LIFECYCLE,
            "ends");
    private final FieldCheck keptUntil = FieldCheck.of(ends.id(), ends.meaning(), StatedFacts.LIFECYCLE, KEPT_UNTIL);

    @Override
    public String id() {
        return ends.id();
    }

    @Override
    public String meaning() {
        return ends.meaning();
    }

    @Override
    public FactType fact() {
        return ends.fact();
    }

    @Override
    public String field() {
        return ends.field();
    }

    @Override
    public Verdict judge(Observations seen, Bar bar, Optional<Instant> asOf) {
        List<Observation> told = seen.of(fact());
        if (told.isEmpty()) {
            return ends.judge(seen, bar, asOf);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Observation one : told) {
            verdicts.add(judge(one, bar, asOf));
        }
        return Verdict.worstOf(verdicts);
    }

    private Verdict judge(Observation one, Bar bar, Optional<Instant> asOf) {
        if (one.fact().text("cycle").isPresent() && one.fact().instant("ends").isEmpty()) {
            return Verdict.pass(wording(one), List.of(one));
        }
        Observations alone = new Observations(List.of(one), List.of());
        Verdict own = ends.judge(alone, bar, asOf);
        boolean others = one.fact().text(KEPT_BY).isPresent();
        boolean stillOthers = one.fact().instant(KEPT_UNTIL).isEmpty()
                || keptUntil.judge(alone, bar, asOf).result() == Verdict.Result.PASS;
        return switch (own.result()) {
            case PASS -> Verdict.pass(wording(one), own.because());
            case FAIL ->
                others && stillOthers
                        ? Verdict.unknown(UnknownReason.PARTLY_SEEN, wording(one), own.because())
                        : Verdict.fail(wording(one), own.because());
            case UNKNOWN -> Verdict.unknown(own.unknown().orElseThrow(), wording(one), own.because());
            case NOT_APPLICABLE -> own;
        };
    }

    private static String wording(Observation one) {
        String software = one.fact().text("product").orElse("software") + " "
                + one.fact().text("version").orElse("");
        String until = one.fact()
                .instant("ends")
                .map(end -> " is maintained by its maker until " + lastDay(end))
                .orElse(
                        one.fact().text("cycle").isPresent()
                                ? " is maintained by its maker, and no end is announced"
                                : " is of a release that the table of dates does not hold");
        String others = one.fact()
                .text(KEPT_BY)
                .map(names -> ", and may be by " + names
                        + one.fact()
                                .instant(KEPT_UNTIL)
                                .map(end -> " until " + lastDay(end))
                                .orElse(""))
                .orElse("");
        boolean verified = one.fact().flag("verified").orElse(false);
        String source = one.fact().text("source").orElse("");
        return software.strip() + until + others + " (" + source + (verified ? "" : "; unverified") + ")";
    }

    private static LocalDate lastDay(Instant end) {
        return end.minus(Duration.ofSeconds(1)).atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public BitSet momentsBroken(Observation seen, Bar bar, Optional<Instant> asOf) {
        BitSet broken = ends.momentsBroken(seen, bar, asOf);
        keptUntil.momentsBroken(seen, bar, asOf).stream()
                .forEach(clause -> broken.set(bar.clauses().size() + clause));
        return broken;
    }
}
