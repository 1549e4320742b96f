// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One ask of a control, put to many endpoints. Many services of an operator are configured alike: where the ask sees the
 * same as at an endpoint before, it says the same again, and only what it rests on is the endpoint's own. For one thread.
 */
final class AskOfMany {
    private final Ask ask;
    private final Applies applies;
    private final Map<String, Check> checks;
    private final Optional<Instant> asOf;
    /** The types of the facts that its checks measure. */
    private final List<FactType> looksAt = new ArrayList<>();

    /** Whether the moments of observation may decide in ways that cannot be told beforehand. */
    private final boolean alone;

    private final Map<Put, Said> said = new HashMap<>();

    AskOfMany(Ask ask, Applies applies, Map<String, Check> checks, Optional<Instant> asOf) {
        this.ask = ask;
        this.applies = applies;
        this.checks = checks;
        this.asOf = asOf;
        this.alone = ask.demands().stream().anyMatch(Demand::comparesMoments);
        ask.demands().stream()
                .flatMap(demand -> demand.looksAt(checks))
                .distinct()
                .forEach(looksAt::add);
    }

    /** What is demanded at an endpoint, what it shows of that, and whether it is sure that it is demanded. */
    private record Put(Ask ask, Likeness likeness, boolean sure) {
        @Override
        public int hashCode() {
            return 31 * ask.demands().size() + likeness.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Put put && sure == put.sure && likeness.equals(put.likeness) && ask.equals(put.ask);
        }
    }

    /** What was said, and by which check; {@code because} are the places of what it rests on among what it looked at. */
    private record Said(Optional<String> check, Verdict verdict, List<Integer> because) {}

    /** The verdict on one endpoint, and the check that decided it. */
    record Decided(Optional<String> check, Verdict verdict) {}

    Decided of(Observations seen) {
        Ask put = ask.at(applies, seen);
        List<Observation> looked = looked(seen);
        if (alone || !seen.attempts().isEmpty() || haveTies(looked)) {
            Ask.Decision alone = decide(put, seen);
            return new Decided(Optional.of(alone.check()), alone.verdict());
        }
        Put key = new Put(put, new Likeness(looked, captured(seen), moments(looked)), applies.isSure(seen));
        Said before = said.get(key);
        if (before == null) {
            before = said(decide(put, seen), looked);
            said.put(key, before);
            return new Decided(before.check(), before.verdict());
        }
        return new Decided(before.check(), again(before, looked));
    }

    private Ask.Decision decide(Ask put, Observations seen) {
        Ask.Decision decision = put.judge(checks, applies.among(seen), asOf);
        return new Ask.Decision(decision.check(), applies.asFarAsSure(decision.verdict(), seen));
    }

    private List<Observation> looked(Observations seen) {
        List<Observation> looked = List.of();
        for (Observation one : seen.all()) {
            if (looksAt(one.fact()) && applies.mayLookAt(one)) {
                looked = looked.isEmpty() ? new ArrayList<>(2) : looked;
                looked.add(one);
            }
        }
        return looked;
    }

    private boolean looksAt(Fact fact) {
        for (FactType type : looksAt) {
            if (fact.is(type)) {
                return true;
            }
        }
        return false;
    }

    private boolean captured(Observations seen) {
        for (Observation one : seen.all()) {
            if (one.evidence().source() == Source.CAPTURE && applies.mayLookAt(one)) {
                return true;
            }
        }
        return false;
    }

    private List<BitSet> moments(List<Observation> looked) {
        List<BitSet> broken = List.of();
        for (Demand.OfCheck demand :
                ask.demands().stream().flatMap(one -> one.parts().stream()).toList()) {
            Check check = checks.get(demand.check());
            if (check != null && demand.bar().comparesMoments()) {
                broken = new ArrayList<>(broken);
                for (Observation one : looked) {
                    if (one.fact().is(check.fact())) {
                        broken.add(check.momentsBroken(one, demand.bar(), asOf));
                    }
                }
            }
        }
        return broken;
    }

    private static boolean haveTies(List<Observation> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            if (SeenOrder.OF_OBSERVATIONS.compare(ordered.get(i - 1), ordered.get(i)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static Said said(Ask.Decision decision, List<Observation> looked) {
        List<Integer> because =
                decision.verdict().because().stream().map(looked::indexOf).toList();
        return new Said(Optional.of(decision.check()), decision.verdict(), because);
    }

    private static Verdict again(Said before, List<Observation> looked) {
        if (before.because().isEmpty()) {
            return before.verdict();
        }
        List<Observation> own = new ArrayList<>(before.because().size());
        for (int place : before.because()) {
            own.add(looked.get(place));
        }
        return before.verdict().restingOn(own);
    }
}
