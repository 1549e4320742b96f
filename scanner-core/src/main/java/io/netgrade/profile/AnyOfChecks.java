// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Check;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observations;
import io.netgrade.profile.Ask.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several ways to be as demanded, of which one is enough: it holds where one holds, and does not hold where all that can be
 * gone there fail. A way by a protocol that is not spoken at an endpoint can be gone there unless the service was asked for
 * that protocol and did not speak it; until then it is not known whether it fails.
 *
 * @param ways all demands of one must hold; never empty
 * @param unasked the protocols of further ways, of which it is not known whether they are spoken
 */
public record AnyOfChecks(List<List<OfCheck>> ways, List<String> unasked) implements Demand {
    /** What stands for the check where none of them could be put. */
    private static final String NONE_DECIDES = "any-of-checks";

    public AnyOfChecks {
        ways = ways.stream().map(List::copyOf).toList();
        unasked = List.copyOf(unasked);
        if (ways.isEmpty() && unasked.isEmpty()) {
            throw new IllegalArgumentException("no way at all would let everything pass");
        }
    }

    /** As a profile states it. */
    public static AnyOfChecks of(List<List<OfCheck>> ways) {
        return new AnyOfChecks(ways, List.of());
    }

    @Override
    public List<String> checks() {
        return parts().stream().map(OfCheck::check).distinct().toList();
    }

    @Override
    public List<OfCheck> parts() {
        return ways.stream().flatMap(List::stream).toList();
    }

    @Override
    public Stream<FactType> looksAt(Map<String, Check> checks) {
        return parts().stream().flatMap(part -> part.looksAt(checks));
    }

    /** With the ways that can be gone there; empty where there is none. */
    @Override
    public Optional<Demand> at(Applies applies, Observations seen) {
        List<List<OfCheck>> open = new ArrayList<>();
        List<String> notKnown = new ArrayList<>(unasked);
        for (List<OfCheck> way : ways) {
            Optional<String> unspoken = way.stream()
                    .map(part -> Spoken.protocolOf(part.check()))
                    .filter(protocol -> !Spoken.at(protocol, seen))
                    .findFirst();
            if (unspoken.isEmpty()) {
                open.add(way);
            } else if (!Spoken.shownNot(unspoken.get(), seen)) {
                notKnown.add(unspoken.get());
            }
        }
        return open.isEmpty() && notKnown.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnyOfChecks(open, notKnown.stream().distinct().toList()));
    }

    @Override
    public Decision judge(Map<String, Check> checks, Observations seen, Optional<Instant> asOf) {
        List<Decision> decided = new ArrayList<>();
        for (List<OfCheck> way : ways) {
            decided.add(Decision.worstOf(
                    way.stream().map(part -> part.judge(checks, seen, asOf)).toList()));
        }
        Optional<Decision> best = first(decided, Result.PASS).or(() -> first(decided, Result.UNKNOWN));
        if (best.isPresent()) {
            return best.get();
        }
        if (!unasked.isEmpty()) {
            return new Decision(
                    decided.isEmpty() ? NONE_DECIDES : decided.get(0).check(), notAsked());
        }
        return new Decision(decided.get(0).check(), failed(decided));
    }

    private static Optional<Decision> first(List<Decision> decided, Result result) {
        return decided.stream().filter(one -> one.verdict().result() == result).findFirst();
    }

    private Verdict notAsked() {
        return Verdict.unknown(
                UnknownReason.NOT_ASKED,
                "it was not asked whether " + String.join(" or ", unasked) + " is spoken there as well",
                List.of());
    }

    private static Verdict failed(List<Decision> decided) {
        return Verdict.fail(
                decided.stream().map(one -> one.verdict().detail()).distinct().collect(Collectors.joining("; and ")),
                decided.stream()
                        .flatMap(one -> one.verdict().because().stream())
                        .distinct()
                        .toList());
    }
}
