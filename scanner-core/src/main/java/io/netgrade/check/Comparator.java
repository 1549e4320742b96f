// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.FieldKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a bar compares a measured field. The good state is what the name says. */
public enum Comparator {
    /** No such fact may be seen at all. */
    ABSENT(Operands.NONE),
    /** The moment lies later than the moment of observation. Operand: a number of days to add to it; 0 for none. */
    AFTER_OBSERVED(Operands.DAYS),
    /** At least one of the operands is among the names, or is the text. */
    ANY_OF(Operands.SOME),
    /** The number is the operand or more. */
    AT_LEAST(Operands.NUMBER),
    /** The number is the operand or less. */
    AT_MOST(Operands.NUMBER),
    /** The moment lies not later than the moment of observation. Operand: a number of days to add to it; 0 for none. */
    BEFORE_OBSERVED(Operands.DAYS),
    /** The text, flag or number is the operand. */
    EQUALS(Operands.ONE),
    /** None of the operands is among the names, or is the text. */
    NONE_OF(Operands.SOME),
    /** Every name (or the text) is one of the operands. */
    ONLY(Operands.SOME),
    /** Such a fact must be seen. */
    PRESENT(Operands.NONE);

    private enum Operands {
        DAYS,
        NONE,
        NUMBER,
        ONE,
        SOME
    }

    /** A thousand years: keeps a sum of moment and days within what a moment can hold. */
    private static final long MOST_DAYS = 366_000;

    private static final Map<String, Comparator> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Comparator::id, value -> value));

    private final Operands operands;
    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Comparator(Operands operands) {
        this.operands = operands;
    }

    /** Kebab-case, as profiles write it: {@code none-of}. */
    public String id() {
        return id;
    }

    public static Optional<Comparator> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Whether a field of that kind can be compared so. */
    public boolean fits(FieldKind kind) {
        return switch (this) {
            case ABSENT, PRESENT -> true;
            case AFTER_OBSERVED, BEFORE_OBSERVED -> kind == FieldKind.INSTANT;
            case ANY_OF, NONE_OF, ONLY -> kind == FieldKind.NAMES || kind == FieldKind.TEXT;
            case AT_LEAST, AT_MOST -> kind == FieldKind.NUMBER;
            case EQUALS -> kind == FieldKind.TEXT || kind == FieldKind.FLAG || kind == FieldKind.NUMBER;
        };
    }

    /** Whether it holds a moment against the moment of observation. */
    public boolean comparesMoments() {
        return operands == Operands.DAYS;
    }

    /** Whether it takes no operand: profiles then write {@code absent: true}. */
    public boolean takesNone() {
        return operands == Operands.NONE;
    }

    /** What is wrong with these operands, for a person to read; empty where they fit. */
    public Optional<String> complaint(List<String> given) {
        boolean fine = switch (operands) {
            case DAYS -> given.size() == 1 && isWholeNumber(given.get(0), MOST_DAYS);
            case NONE -> given.isEmpty();
            case NUMBER -> given.size() == 1 && isWholeNumber(given.get(0), Long.MAX_VALUE);
            case ONE -> given.size() == 1;
            case SOME -> !given.isEmpty();
        };
        return fine ? Optional.empty() : Optional.of(id() + " takes " + wanted() + ", not " + given);
    }

    private String wanted() {
        return switch (operands) {
            case DAYS -> "one whole number of days, at most " + MOST_DAYS;
            case NONE -> "true";
            case NUMBER -> "one whole number";
            case ONE -> "one value";
            case SOME -> "a list of values";
        };
    }

    private static boolean isWholeNumber(String text, long most) {
        try {
            return Math.abs(Long.parseLong(text)) <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
