// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.Weakness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same weakness at many endpoints of a unit, of which all profiles say the same, so that a thousand are one entry.
 *
 * @param first one of them; the others differ in the endpoint alone
 */
public record WeaknessGroup(Weakness first, List<Endpoint> endpoints) {
    private static final Comparator<WeaknessGroup> ORDER = Comparator.comparing(
                    (WeaknessGroup group) -> -group.first().failing())
            .thenComparing(group -> -group.endpoints().size());

    public WeaknessGroup {
        endpoints = List.copyOf(endpoints);
    }

    private record Said(String profile, String control, String level, Result result, boolean waived) {}

    private record Key(String unit, String check, List<Said> said) {}

    /** What most profiles fail stands first. */
    static List<WeaknessGroup> of(List<Weakness> weaknesses) {
        Map<Key, List<Weakness>> alike = new LinkedHashMap<>();
        for (Weakness weakness : weaknesses) {
            List<Said> said = weakness.under().stream().map(WeaknessGroup::said).toList();
            alike.computeIfAbsent(new Key(weakness.unit(), weakness.check(), said), any -> new ArrayList<>())
                    .add(weakness);
        }
        return alike.values().stream()
                .map(group -> new WeaknessGroup(
                        group.get(0), group.stream().map(Weakness::endpoint).toList()))
                .sorted(ORDER)
                .toList();
    }

    private static Said said(Weakness.Under under) {
        return new Said(
                under.profile().id(),
                under.finding().control().id(),
                under.finding().level().id(),
                under.result(),
                under.finding().waived());
    }
}
