// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a bar compares a measured field. The good state is what the name says. */
public enum Comparator {
    /** No such fact may be seen at all. */
    ABSENT,
    /** At least one of the operands is among the names. */
    ANY_OF,
    /** The number is the operand or less. */
    AT_MOST,
    /** The number is the operand or more. */
    AT_LEAST,
    /** The moment lies later than the moment of observation. Operand: a number of days to add to it; 0 for none. */
    AFTER_OBSERVED,
    /** The moment lies not later than the moment of observation. Operand: a number of days to add to it; 0 for none. */
    BEFORE_OBSERVED,
    /** The text, flag or number is the operand. */
    EQUALS,
    /** None of the operands is among the names, or is the text. */
    NONE_OF,
    /** Every name (or the text) is one of the operands. */
    ONLY,
    /** Such a fact must be seen. */
    PRESENT;

    /** Kebab-case, as profiles write it: {@code none-of}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Comparator> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
