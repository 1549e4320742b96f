// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.check.Measure.Fit;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FieldKind;
import io.netgrade.fact.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One clause against all facts of the check's type at one endpoint.
 *
 * <p>Only confirmed observations decide. A partial observation leaves a doubt, which a complete one takes away where
 * both are about the same thing: where they agree in every text field that both know (the TLS version, the kind of host
 * key), so that the complete list of TLS 1.2 says nothing of a glimpse of TLS 1.0.
 */
final class ClauseJudgement {
    private final FieldCheck check;
    private final Clause clause;
    private final List<Observation> facts;
    /** Those of the facts that are whole, confirmed and not empty. */
    private final List<Observation> wholes;

    private final Measure measure;
    private final Wording wording;

    /** @param facts every observation of the check's type, never empty */
    ClauseJudgement(FieldCheck check, Clause clause, List<Observation> facts, Optional<Instant> asOf) {
        this.check = check;
        this.clause = clause;
        this.facts = facts;
        this.wholes = those(proofs(facts), seen -> !saysNone(seen));
        String field = clause.field().orElse(check.field());
        this.measure = new Measure(clause, field, asOf);
        this.wording = new Wording(check.fact(), measure);
    }

    /** Empty where the clause speaks of nothing that was seen. */
    Optional<Verdict> verdict() {
        return switch (clause.comparator()) {
            case ABSENT -> Optional.of(absent());
            case PRESENT -> Optional.of(present());
            case ANY_OF -> anyOf();
            case AFTER_OBSERVED, AT_LEAST, AT_MOST, BEFORE_OBSERVED, EQUALS, NONE_OF, ONLY -> within();
        };
    }

    private Verdict absent() {
        List<Observation> found = where(this::isMeant);
        if (!found.isEmpty()) {
            return onSighting(found, Verdict.fail(wording.seen(found), confirmed(found)));
        }
        return onAbsence(Verdict.pass(wording.notSeen(), proofs(facts)));
    }

    private Verdict present() {
        List<Observation> found = where(this::isMeant);
        if (!found.isEmpty()) {
            return onSighting(found, Verdict.pass(wording.seen(found), confirmed(found)));
        }
        return onAbsence(Verdict.fail(wording.notSeen(), proofs(facts)));
    }

    private Optional<Verdict> anyOf() {
        List<Observation> measured = where(this::isMeasured);
        if (measured.isEmpty()) {
            return undecided();
        }
        List<Observation> hits = those(measured, seen -> !measure.breaks(seen));
        if (!hits.isEmpty()) {
            return Optional.of(onSighting(hits, Verdict.pass(wording.within(hits), confirmed(hits))));
        }
        return Optional.of(onWhole(measured, Verdict.fail(wording.breaking(measured), proofs(measured))));
    }

    private Optional<Verdict> within() {
        List<Observation> measured = where(this::isMeasured);
        if (measured.isEmpty()) {
            List<Observation> none = proofs(where(ClauseJudgement::saysNone));
            return none.isEmpty() ? undecided() : Optional.of(onWhole(none, Verdict.pass(wording.none(), none)));
        }
        List<Observation> breaking = those(measured, measure::breaks);
        if (!breaking.isEmpty()) {
            List<Observation> shown = confirmed(breaking);
            return Optional.of(onSighting(breaking, Verdict.fail(wording.breaking(shown), shown)));
        }
        Verdict decided = onWhole(measured, Verdict.pass(wording.within(measured), proofs(measured)));
        List<Observation> outside = those(measured, this::isOutsideItsWhole);
        return Optional.of(
                outside.isEmpty() || decided.result() != Verdict.Result.PASS
                        ? decided
                        : Verdict.unknown(UnknownReason.EYES_DISAGREE, wording.outside(outside), outside));
    }

    /**
     * Whether a part has names that no whole of the same thing has, so that there is more than was seen whole: another
     * server at this address, or one that has changed.
     */
    private boolean isOutsideItsWhole(Observation part) {
        if (part.fact().complete()
                || !isConfirmed(part)
                || part.fact().names(measure.field()).isEmpty()) {
            return false;
        }
        boolean same = false;
        for (Observation whole : wholes) {
            if (measure.measures(whole.fact()) && areSameThing(whole.fact(), part.fact())) {
                same = true;
                if (whole.fact().names(measure.field()).containsAll(part.fact().names(measure.field()))) {
                    return false;
                }
            }
        }
        return same;
    }

    /** Something was found: that decides, unless nothing but a heuristic found it. */
    private static Verdict onSighting(List<Observation> found, Verdict decided) {
        return decided.because().isEmpty()
                ? Verdict.unknown(
                        UnknownReason.HEURISTIC_ONLY, "only a heuristic or one side of the talk shows it", found)
                : decided;
    }

    /** Nothing was found: that decides where everything seen of the type is seen whole. */
    private Verdict onAbsence(Verdict decided) {
        return onWhole(facts, decided);
    }

    private Verdict onWhole(List<Observation> measured, Verdict decided) {
        if (decided.because().isEmpty()) {
            return confirmed(measured).isEmpty()
                    ? Verdict.unknown(
                            UnknownReason.HEURISTIC_ONLY, "only a heuristic or one side of the talk shows it", measured)
                    : partly(measured);
        }
        List<Observation> doubtful = where(this::isDoubtful);
        return doubtful.isEmpty() ? decided : partly(doubtful);
    }

    private Optional<Verdict> undecided() {
        List<Observation> doubtful = where(this::isDoubtful);
        return doubtful.isEmpty() ? Optional.empty() : Optional.of(partly(doubtful));
    }

    private Verdict partly(List<Observation> seen) {
        return Verdict.unknown(UnknownReason.PARTLY_SEEN, wording.partly(), seen);
    }

    private boolean isMeant(Observation seen) {
        return measure.fit(seen.fact()) == Fit.YES && (clause.field().isEmpty() || measure.measures(seen.fact()));
    }

    private boolean isMeasured(Observation seen) {
        return measure.fit(seen.fact()) == Fit.YES && measure.measures(seen.fact());
    }

    private static boolean saysNone(Observation seen) {
        return seen.fact().value().isEmpty();
    }

    private boolean isDoubtful(Observation seen) {
        return !seen.fact().complete()
                && isConfirmed(seen)
                && measure.fit(seen.fact()) != Fit.NO
                && !isOfAWhole(seen.fact());
    }

    private boolean isOfAWhole(Fact part) {
        for (Observation whole : wholes) {
            if (areSameThing(whole.fact(), part)) {
                return true;
            }
        }
        return false;
    }

    private boolean areSameThing(Fact whole, Fact part) {
        for (FactField field : check.fact().fields()) {
            if (field.kind() == FieldKind.TEXT
                    && whole.value().get(field.name()) instanceof String one
                    && part.value().get(field.name()) instanceof String other
                    && !one.equals(other)) {
                return false;
            }
        }
        return true;
    }

    private List<Observation> where(Predicate<Observation> wanted) {
        return those(facts, wanted);
    }

    private static List<Observation> confirmed(List<Observation> seen) {
        return those(seen, ClauseJudgement::isConfirmed);
    }

    private static List<Observation> proofs(List<Observation> seen) {
        return those(seen, one -> one.fact().complete() && isConfirmed(one));
    }

    private static List<Observation> those(List<Observation> seen, Predicate<Observation> wanted) {
        List<Observation> those = List.of();
        for (Observation one : seen) {
            if (wanted.test(one)) {
                those = those.isEmpty() ? new ArrayList<>(seen.size()) : those;
                those.add(one);
            }
        }
        return those;
    }

    private static boolean isConfirmed(Observation seen) {
        return seen.service().confidence() == Confidence.CONFIRMED;
    }
}
