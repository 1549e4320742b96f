// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/** What a field of a fact holds, and the Java type that carries it. */
public enum FieldKind {
    /** A yes or no: {@link Boolean}. */
    FLAG,
    /** A moment, RFC 3339 in files: {@link java.time.Instant}. */
    INSTANT,
    /** An ordered list of names: {@code List<String>}. */
    NAMES,
    /** A whole number, in the unit that the field's meaning states: {@link Long}. */
    NUMBER,
    /** A word of a fixed vocabulary or a text from the wire: {@link String}. */
    TEXT
}
