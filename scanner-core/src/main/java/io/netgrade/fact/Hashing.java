// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/** Spreads numbers over the slots of a table. */
final class Hashing {
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    private Hashing() {}

    static int mixed(long value) {
        long mixed = (value ^ (value >>> 32)) * ODD;
        return (int) (mixed ^ (mixed >>> 29) ^ (mixed >>> 47));
    }
}
