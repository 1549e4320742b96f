// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something true of one service, without judgement. Compares by value.
 *
 * @param type the id of its {@link FactType}
 * @param complete whether the values are all there is: only a complete fact proves an absence. A sighting of one
 *     negotiated suite is partial; the list in a server's KEXINIT is complete.
 * @param value field name to {@code String}, {@code Long}, {@code Boolean}, {@code Instant} or {@code List<String>}, in
 *     the order the type declares; a field that is not known is absent
 */
public record Fact(String type, boolean complete, Map<String, Object> value) {
    public Fact {
        Map<String, Object> copy = new LinkedHashMap<>();
        value.forEach((name, held) -> copy.put(name, held instanceof List<?> list ? List.copyOf(list) : held));
        value = Collections.unmodifiableMap(copy);
    }

    public boolean is(FactType wanted) {
        return type.equals(wanted.id());
    }

    public Optional<Object> field(String name) {
        return Optional.ofNullable(value.get(name));
    }

    public Optional<String> text(String name) {
        return field(name).filter(String.class::isInstance).map(String.class::cast);
    }

    public Optional<Long> number(String name) {
        return field(name).filter(Long.class::isInstance).map(Long.class::cast);
    }

    public Optional<Boolean> flag(String name) {
        return field(name).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    public Optional<Instant> instant(String name) {
        return field(name).filter(Instant.class::isInstance).map(Instant.class::cast);
    }

    /** The names a field holds, in their order; empty where the field is not known. */
    public List<String> names(String name) {
        return field(name)
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list).stream().map(String.class::cast).toList())
                .orElse(List.of());
    }
}
