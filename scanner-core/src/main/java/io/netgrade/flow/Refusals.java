// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import java.util.Arrays;

/** Which protocols, by index, have said no to an opening. Holds nothing until one has: a flow may be one of a million. */
final class Refusals {
    private static final long[] NONE = {};

    private final int protocols;
    private long[] bits = NONE;

    Refusals(int protocols) {
        this.protocols = protocols;
    }

    boolean has(int index) {
        return bits.length > 0 && (bits[index >> 6] >> index & 1) != 0;
    }

    void add(int index) {
        if (bits.length == 0) {
            bits = new long[(protocols + Long.SIZE - 1) / Long.SIZE];
        }
        bits[index >> 6] |= 1L << index;
    }

    /** Every protocol but one. */
    void allBut(int index) {
        add(index);
        Arrays.fill(bits, -1);
        bits[index >> 6] &= ~(1L << index);
    }

    /** Nobody has; what was held for them stays for the next. */
    void clear() {
        Arrays.fill(bits, 0);
    }

    /** Nobody has, and nothing is held. */
    void forget() {
        bits = NONE;
    }
}
