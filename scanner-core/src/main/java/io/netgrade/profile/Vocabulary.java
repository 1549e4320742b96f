// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Check;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words that a profile may use: what the protocols of this build offer. A profile is checked against it.
 *
 * @param protocols ids of all protocols known
 */
public record Vocabulary(Map<String, Check> checks, Map<String, FactType> facts, SortedSet<String> protocols) {
    public Vocabulary {
        checks = Collections.unmodifiableMap(new TreeMap<>(checks));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        protocols = Collections.unmodifiableSortedSet(new TreeSet<>(protocols));
    }

    public static Vocabulary of(
            Collection<? extends Check> checks, Collection<FactType> facts, Collection<String> protocols) {
        Map<String, Check> checksById = new TreeMap<>();
        Map<String, FactType> factsById = new TreeMap<>();
        factsById.put(CommonFacts.RECOGNISED.id(), CommonFacts.RECOGNISED);
        factsById.put(CommonFacts.SOFTWARE.id(), CommonFacts.SOFTWARE);
        facts.forEach(fact -> factsById.put(fact.id(), fact));
        for (Check check : checks) {
            checksById.put(check.id(), check);
            factsById.put(check.fact().id(), check.fact());
        }
        return new Vocabulary(checksById, factsById, new TreeSet<>(protocols));
    }
}
