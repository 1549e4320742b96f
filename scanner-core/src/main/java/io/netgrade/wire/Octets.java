// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import java.util.Locale;
import java.util.function.IntPredicate;

/** A set of octets: what the first octet of a message may be, so that most bytes are told by one look at it. */
public final class Octets {
    /** Every octet. */
    public static final Octets ANY = between(0, 0xFF);

    /** No octet at all. */
    public static final Octets NONE = of();

    private final boolean[] members;

    private Octets(boolean[] members) {
        this.members = members;
    }

    /** @param octets each from 0 to 255 */
    public static Octets of(int... octets) {
        boolean[] members = new boolean[256];
        for (int octet : octets) {
            members[octet] = true;
        }
        return new Octets(members);
    }

    /** All from one octet to another, both included. */
    public static Octets between(int first, int last) {
        return where(octet -> octet >= first && octet <= last);
    }

    /** All for which something holds, asked of each from 0 to 255. */
    public static Octets where(IntPredicate holds) {
        boolean[] members = new boolean[256];
        for (int octet = 0; octet < members.length; octet++) {
            members[octet] = holds.test(octet);
        }
        return new Octets(members);
    }

    /** The characters of an ASCII text. */
    public static Octets in(String characters) {
        return of(characters.chars().toArray());
    }

    /** The letters of an ASCII text, in either case; what is no letter stands for itself. */
    public static Octets inEitherCase(String letters) {
        return in(letters.toLowerCase(Locale.ROOT)).or(in(letters.toUpperCase(Locale.ROOT)));
    }

    /** The octets of both sets. */
    public Octets or(Octets other) {
        boolean[] both = members.clone();
        for (int octet = 0; octet < both.length; octet++) {
            both[octet] |= other.members[octet];
        }
        return new Octets(both);
    }

    /** Whether an octet from 0 to 255 is one of them. */
    public boolean has(int octet) {
        return members[octet];
    }
}
