// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Outcome;

/** Colour for a terminal, or none. */
public enum Paint {
    COLOURED,
    PLAIN;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return in("1", text);
    }

    String dim(String text) {
        return in("2", text);
    }

    String bad(String text) {
        return in("1;31", text);
    }

    String unsure(String text) {
        return in("33", text);
    }

    String good(String text) {
        return in("1;32", text);
    }

    String of(Outcome outcome, String text) {
        return switch (outcome) {
            case BELOW -> bad(text);
            case MEETS -> good(text);
            case UNDECIDED -> unsure(text);
            case NOT_ASKED -> text;
        };
    }

    private String in(String code, String text) {
        return this == COLOURED ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
