// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;
import java.util.List;

/** What a field of a fact holds, and the Java type that carries it. */
public enum FieldKind {
    /** A yes or no: {@link Boolean}. */
    FLAG(Boolean.class),
    /** A moment, RFC 3339 in files: {@link Instant}. */
    INSTANT(Instant.class),
    /** An ordered list of names: {@code List<String>}. */
    NAMES(List.class),
    /** A whole number, in the unit that the field's meaning states: {@link Long}. */
    NUMBER(Long.class),
    /** A word of a fixed vocabulary or a text from the wire: {@link String}. */
    TEXT(String.class);

    private final Class<?> carrier;

    FieldKind(Class<?> carrier) {
        this.carrier = carrier;
    }

    /** The Java type of its values. */
    public Class<?> carrier() {
        return carrier;
    }
}
