// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts the findings of several profiles that rest on the same check at the same endpoint together, so that one weakness
 * shows the clauses of every scheme that it touches.
 */
final class ClauseMap {
    private static final List<Result> WORST_FIRST =
            List.of(Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NOT_APPLICABLE);
    private static final Comparator<Finding> WORST = Comparator.comparing(
                    (Finding finding) -> WORST_FIRST.indexOf(finding.verdict().result()))
            .thenComparing(Finding::advisory);
    private static final Comparator<Spot> ORDER =
            Comparator.comparing(Spot::endpoint).thenComparing(Spot::check);

    private final Map<Spot, Map<Key, Weakness.Under>> spots = new HashMap<>();

    private ClauseMap() {}

    private record Spot(String unit, Endpoint endpoint, String check) {}

    private record Key(int profile, String control) {}

    /** In the order of units, endpoints and checks. */
    static List<Weakness> of(List<Assessment> all) {
        ClauseMap map = new ClauseMap();
        each(all, (place, profile, finding) -> map.open(finding));
        each(all, (place, profile, finding) -> map.put(place, profile, finding));
        List<Weakness> weaknesses = new ArrayList<>();
        for (UnitGrade unit : all.get(0).units()) {
            map.spots.keySet().stream()
                    .filter(spot -> spot.unit().equals(unit.id()))
                    .sorted(ORDER)
                    .forEach(spot -> weaknesses.add(map.weakness(spot)));
        }
        return weaknesses;
    }

    @FunctionalInterface
    private interface Each {
        void take(int place, Profile profile, Finding finding);
    }

    private static void each(List<Assessment> all, Each each) {
        for (int place = 0; place < all.size(); place++) {
            Assessment one = all.get(place);
            for (Finding finding : one.findings()) {
                if (finding.ask().isPresent() && finding.endpoint().isPresent()) {
                    each.take(place, one.profile(), finding);
                }
            }
        }
    }

    private void open(Finding finding) {
        if (finding.verdict().result() == Result.FAIL) {
            at(finding, spot -> spots.computeIfAbsent(spot, any -> new LinkedHashMap<>()));
        }
    }

    private void put(int place, Profile profile, Finding finding) {
        Key key = new Key(place, finding.control().id());
        at(
                finding,
                spot -> Optional.ofNullable(spots.get(spot))
                        .ifPresent(under -> under.merge(
                                key,
                                new Weakness.Under(profile, finding),
                                (before, now) -> better(before.finding(), now.finding()) ? now : before)));
    }

    /** Whether a later finding of the same control says more: findings come lowest level first. */
    private static boolean better(Finding before, Finding now) {
        int order = WORST.compare(now, before);
        return order < 0 || (order == 0 && now.verdict().result() == Result.PASS);
    }

    /** Where it rests: on the check that decided; a pass on every check that must hold besides. */
    private static void at(Finding finding, Consumer<Spot> where) {
        Set<String> checks = new LinkedHashSet<>(finding.check().stream().toList());
        if (finding.verdict().result() == Result.PASS) {
            for (Demand demand : finding.ask().map(Ask::demands).orElse(List.of())) {
                if (demand instanceof Demand.OfCheck one) {
                    checks.add(one.check());
                }
            }
        }
        for (String check : checks) {
            where.accept(new Spot(finding.unit(), finding.endpoint().orElseThrow(), check));
        }
    }

    private Weakness weakness(Spot spot) {
        return new Weakness(
                spot.unit(),
                spot.endpoint(),
                spot.check(),
                List.copyOf(spots.getOrDefault(spot, Map.of()).values()));
    }
}
