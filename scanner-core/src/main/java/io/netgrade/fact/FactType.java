// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact that a protocol can state, with the fields it has. Declared once, as a constant of the protocol's
 * folder: profiles are checked against it, pages are generated from it, and evidence files are read by it.
 *
 * @param id {@code protocol.subject} in kebab-case, such as {@code ssh.key-exchanges-offered}; never judges
 * @param meaning one sentence on what such a fact says
 */
public record FactType(String id, String meaning, List<FactField> fields) {
    public FactType {
        fields = List.copyOf(fields);
    }

    public static FactType of(String id, String meaning) {
        return new FactType(id, meaning, List.of());
    }

    public FactType with(String field, FieldKind kind, String fieldMeaning) {
        List<FactField> more = new ArrayList<>(fields);
        more.add(new FactField(field, kind, fieldMeaning));
        return new FactType(id, meaning, more);
    }

    public FactType names(String field, String fieldMeaning) {
        return with(field, FieldKind.NAMES, fieldMeaning);
    }

    public FactType text(String field, String fieldMeaning) {
        return with(field, FieldKind.TEXT, fieldMeaning);
    }

    public FactType number(String field, String fieldMeaning) {
        return with(field, FieldKind.NUMBER, fieldMeaning);
    }

    public FactType flag(String field, String fieldMeaning) {
        return with(field, FieldKind.FLAG, fieldMeaning);
    }

    public FactType instant(String field, String fieldMeaning) {
        return with(field, FieldKind.INSTANT, fieldMeaning);
    }

    public Optional<FactField> field(String name) {
        for (FactField field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * States a complete fact: the values, taken together, are all there is, so that what is not among them is absent.
     *
     * @param values in the order of {@link #fields()}; null leaves a field out (unknown)
     * @throws IllegalArgumentException where the number or the kinds of the values do not fit
     */
    public Fact complete(@Nullable Object... values) {
        return new Fact(id, true, fit(values));
    }

    /** States what was seen of something larger: it shows presence, never absence. */
    public Fact partial(@Nullable Object... values) {
        return new Fact(id, false, fit(values));
    }

    /**
     * States that it was asked for in full and that there is none: no cookie, no finite-field group, no version
     * disclosed.
     */
    public Fact none() {
        return new Fact(id, true, Map.of());
    }

    private Map<String, Object> fit(@Nullable Object... values) {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException(id + " has " + fields.size() + " fields, not " + values.length);
        }
        Map<String, Object> fitted = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                fitted.put(fields.get(i).name(), carried(fields.get(i), value));
            }
        }
        return fitted;
    }

    private Object carried(FactField field, Object value) {
        boolean fits = switch (field.kind()) {
            case FLAG -> value instanceof Boolean;
            case INSTANT -> value instanceof Instant;
            case NAMES -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            case NUMBER -> value instanceof Long || value instanceof Integer;
            case TEXT -> value instanceof String;
        };
        if (!fits) {
            throw new IllegalArgumentException(id + "." + field.name() + " is no " + field.kind() + ": " + value);
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
