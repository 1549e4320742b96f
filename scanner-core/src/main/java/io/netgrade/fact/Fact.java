// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something true of one service, without judgement. Compares by value; as a run compares each with many, its hash is
 * reckoned once.
 */
public final class Fact {
    private final String type;
    private final boolean complete;
    private final Map<String, Object> value;
    private final int hash;

    /**
     * @param type the id of its {@link FactType}
     * @param complete whether the values are all there is: only a complete fact proves an absence. A sighting of one
     *     negotiated suite is partial; the list in a server's KEXINIT is complete.
     * @param value field name to {@code String}, {@code Long}, {@code Boolean}, {@code Instant} or {@code List<String>},
     *     in the order the type declares; a field that is not known is absent
     */
    public Fact(String type, boolean complete, Map<String, Object> value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        value.forEach((name, held) -> copy.put(name, held instanceof List<?> list ? List.copyOf(list) : held));
        this.type = type;
        this.complete = complete;
        this.value = Collections.unmodifiableMap(copy);
        this.hash = 31 * (31 * type.hashCode() + Boolean.hashCode(complete)) + copy.hashCode();
    }

    public String type() {
        return type;
    }

    public boolean complete() {
        return complete;
    }

    public Map<String, Object> value() {
        return value;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Fact fact
                        && hash == fact.hash
                        && complete == fact.complete
                        && type.equals(fact.type)
                        && value.equals(fact.value));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return (complete ? "complete " : "partial ") + type + " " + value;
    }
}
