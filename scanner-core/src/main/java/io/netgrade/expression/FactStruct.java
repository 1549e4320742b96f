// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The type that a fact has in an expression: its fields, with {@code _} for {@code -}, and when it was observed. */
final class FactStruct {
    /** The moment as of which the fact is judged. */
    static final String OBSERVED = "observed";

    private FactStruct() {}

    static StructType of(FactType fact) {
        Map<String, CelType> named = new LinkedHashMap<>();
        fact.fields().forEach(field -> named.put(named(field), type(field.kind())));
        named.put(OBSERVED, SimpleType.TIMESTAMP);
        ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(named);
        return StructType.create(fact.id(), fields.keySet(), name -> Optional.ofNullable(fields.get(name)));
    }

    /** What a field is called in an expression. */
    static String named(FactField field) {
        return field.name().replace('-', '_');
    }

    private static CelType type(FieldKind kind) {
        return switch (kind) {
            case FLAG -> SimpleType.BOOL;
            case INSTANT -> SimpleType.TIMESTAMP;
            case NAMES -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.INT;
            case TEXT -> SimpleType.STRING;
        };
    }
}
