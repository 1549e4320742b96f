// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.Endings;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.grade.SeenKinds.Kind;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** The ids of the types of the facts that its checks measure. */
    private final Set<String> looksAt = new HashSet<>();
    /** What of it compares moments. */
    private final AskedMoments moments;

    /** Whether the moments of observation may decide in ways that cannot be told beforehand. */
    private final boolean alone;

    private final Map<Put, Said> said = new HashMap<>();
    private final Map<Kind, SaidOfKind> saidOfKinds = new HashMap<>();

    AskOfMany(Ask ask, Applies applies, Map<String, Check> checks, Optional<Instant> asOf) {
        this.ask = ask;
        this.applies = applies;
        this.checks = checks;
        this.asOf = asOf;
        this.alone = ask.demands().stream().anyMatch(Demand::comparesMoments);
        this.moments = new AskedMoments(ask, checks, asOf);
        ask.demands().stream()
                .flatMap(demand -> demand.looksAt(checks))
                .map(FactType::id)
                .forEach(looksAt::add);
    }

    /** What is demanded at an endpoint, what it shows of that, and whether it is sure that it is demanded. */
    private record Put(Ask ask, Likeness likeness, Endings endings, boolean sure) {
        @Override
        public int hashCode() {
            return 31 * (31 * ask.demands().size() + endings.hashCode()) + likeness.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Put put
                    && sure == put.sure
                    && likeness.equals(put.likeness)
                    && endings.equals(put.endings)
                    && ask.equals(put.ask);
        }
    }

    /** What was said, and by which check; {@code because} are the places of what it rests on among what it looked at. */
    private record Said(Optional<String> check, Verdict verdict, List<Integer> because) {
        Decided of(List<Observation> looked) {
            if (because.isEmpty()) {
                return new Decided(check, verdict);
            }
            List<Observation> own = new ArrayList<>(because.size());
            for (int place : because) {
                own.add(looked.get(place));
            }
            return new Decided(check, verdict.restingOn(own));
        }
    }

    /** What was said of endpoints of one kind, by the moments that break; they look at the same places. */
    private record SaidOfKind(List<Integer> places, Map<List<BitSet>, Said> said) {
        List<Observation> looked(Observations seen) {
            List<Observation> looked = new ArrayList<>(places.size());
            for (int place : places) {
                looked.add(seen.all().get(place));
            }
            return looked;
        }
    }

    /** The verdict on one endpoint, and the check that decided it. */
    record Decided(Optional<String> check, Verdict verdict) {}

    /** Of an endpoint that may be like others. */
    Decided of(Observations seen, Kind kind) {
        if (kind.single() || alone) {
            return of(seen, kind.endings());
        }
        SaidOfKind known = saidOfKinds.computeIfAbsent(kind, any -> new SaidOfKind(places(seen), new HashMap<>(2)));
        List<Observation> looked = known.looked(seen);
        List<BitSet> broken = moments.broken(looked);
        Said before = known.said().get(broken);
        if (before == null) {
            before = said(seen, looked, broken, kind.endings());
            known.said().put(broken, before);
        }
        return before.of(looked);
    }

    Decided of(Observations seen, Endings endings) {
        List<Observation> looked = places(seen).stream().map(seen.all()::get).toList();
        if (alone || SeenOrder.haveTies(looked)) {
            Ask.Decision decision = decide(ask.at(applies, seen), seen);
            return new Decided(Optional.of(decision.check()), decision.verdict());
        }
        return said(seen, looked, moments.broken(looked), endings).of(looked);
    }

    private Said said(Observations seen, List<Observation> looked, List<BitSet> broken, Endings endings) {
        Ask put = ask.at(applies, seen);
        Put key = new Put(put, new Likeness(looked, captured(seen), broken), endings, applies.isSure(seen));
        Said before = said.get(key);
        if (before == null) {
            Ask.Decision decision = decide(put, seen);
            List<Integer> because =
                    decision.verdict().because().stream().map(looked::indexOf).toList();
            before = new Said(Optional.of(decision.check()), decision.verdict(), because);
            said.put(key, before);
        }
        return before;
    }

    private Ask.Decision decide(Ask put, Observations seen) {
        Ask.Decision decision = put.judge(checks, applies.among(seen), asOf);
        return new Ask.Decision(decision.check(), applies.asFarAsSure(decision.verdict(), seen));
    }

    /** Where, among all that was seen, that is which it looks at. */
    private List<Integer> places(Observations seen) {
        List<Integer> places = new ArrayList<>(2);
        for (int i = 0; i < seen.all().size(); i++) {
            Observation one = seen.all().get(i);
            if (looksAt.contains(one.fact().type()) && applies.mayLookAt(one)) {
                places.add(i);
            }
        }
        return places;
    }

    private boolean captured(Observations seen) {
        for (Observation one : seen.all()) {
            if (one.evidence().source() == Source.CAPTURE && applies.mayLookAt(one)) {
                return true;
            }
        }
        return false;
    }
}
