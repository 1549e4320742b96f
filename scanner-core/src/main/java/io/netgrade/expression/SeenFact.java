// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact as an expression sees it. Of a partial one, the lists are open, and whether it has a further field is not known. */
final class SeenFact extends AbstractMap<String, Object> {
    private final boolean complete;
    private final Map<String, Object> fields = new HashMap<>();

    /** @param observed the moment as of which it is judged */
    SeenFact(FactType type, Fact fact, Instant observed) {
        this.complete = fact.complete();
        fields.put(FactStruct.OBSERVED, observed);
        for (FactField field : type.fields()) {
            fact.field(field.name()).ifPresent(held -> fields.put(FactStruct.named(field), carried(held)));
        }
    }

    private Object carried(Object held) {
        return held instanceof List<?> names && !complete ? new OpenList(names) : held;
    }

    @Override
    public @Nullable Object get(@Nullable Object field) {
        return fields.get(field);
    }

    @Override
    public boolean containsKey(@Nullable Object field) {
        if (!fields.containsKey(field) && !complete) {
            throw new NotKnown("a field that was not seen");
        }
        return fields.containsKey(field);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return fields.entrySet();
    }
}
