// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import io.netgrade.fact.Confidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All facts of one type at an endpoint. Only confirmed ones count. They are known whole where one at least is complete and
 * each partial one is of a complete one, as the clauses of a bar have it: agrees with it in every text that both know. Of
 * these, one that says nothing more than the complete one is left out.
 */
final class SeenFacts {
    private final FactType type;
    private final List<Observation> confirmed;
    private final List<Observation> wholes;

    SeenFacts(FactType type, Observations seen) {
        this.type = type;
        this.confirmed = seen.of(type).stream()
                .filter(one -> one.service().confidence() == Confidence.CONFIRMED)
                .toList();
        this.wholes = confirmed.stream().filter(one -> one.fact().complete()).toList();
    }

    FactType type() {
        return type;
    }

    List<Observation> confirmed() {
        return confirmed;
    }

    boolean whole() {
        return !wholes.isEmpty()
                && confirmed.stream()
                        .allMatch(one -> one.fact().complete()
                                || wholes.stream().anyMatch(whole -> areSameThing(whole.fact(), one.fact())));
    }

    /** The list that an expression sees. */
    List<?> list(Optional<Instant> asOf) {
        List<SeenFact> facts = new ArrayList<>(confirmed.size());
        for (Observation one : confirmed) {
            Fact fact = one.fact();
            boolean saysNone = fact.complete() && fact.value().isEmpty();
            if (!saysNone && (fact.complete() || wholes.stream().noneMatch(whole -> holds(whole.fact(), fact)))) {
                facts.add(new SeenFact(type, fact, asOf.orElse(one.evidence().time())));
            }
        }
        return whole() ? facts : new OpenList(facts);
    }

    private boolean areSameThing(Fact whole, Fact part) {
        return !whole.value().isEmpty()
                && type.fields().stream()
                        .filter(field -> field.kind() == FieldKind.TEXT)
                        .map(FactField::name)
                        .noneMatch(name -> whole.value().containsKey(name)
                                && part.value().containsKey(name)
                                && !Objects.equals(
                                        whole.value().get(name), part.value().get(name)));
    }

    /** Whether the whole says all that the part says. */
    private static boolean holds(Fact whole, Fact part) {
        return part.value().entrySet().stream().allMatch(said -> {
            Object known = whole.value().get(said.getKey());
            return (known instanceof Collection<?> all && said.getValue() instanceof Collection<?> some)
                    ? all.containsAll(some)
                    : said.getValue().equals(known);
        });
    }
}
