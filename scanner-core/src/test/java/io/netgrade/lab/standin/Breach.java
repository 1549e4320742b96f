// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

/** A message that the document forbids, and what the document has the node do about it. */
public final class Breach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Turn turn;

    /** @param rule the clause and what it asks */
    public Breach(String rule, Turn turn) {
        super(rule);
        this.turn = turn;
    }

    /** One that is met with silence. */
    public Breach(String rule) {
        this(rule, Turn.SILENCE);
    }

    Turn turn() {
        return turn;
    }

    /** Fails with the rule, and silence, unless it is kept. */
    static void unless(boolean kept, String rule) {
        unless(kept, rule, Turn.SILENCE);
    }

    static void unless(boolean kept, String rule, Turn turn) {
        if (!kept) {
            throw new Breach(rule, turn);
        }
    }
}
