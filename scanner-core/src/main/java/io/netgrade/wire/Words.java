// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Words that a text protocol begins with or holds, in either case. Asking copies and allocates nothing. */
public final class Words {
    private final byte[][] lowerCase;

    /** What the words begin with, in either case: most bytes are told by their first one. */
    private final Octets beginnings;

    private Words(byte[][] lowerCase) {
        this.lowerCase = lowerCase;
        StringBuilder first = new StringBuilder();
        for (byte[] word : lowerCase) {
            first.append((char) (word[0] & 0xFF));
        }
        this.beginnings = Octets.inEitherCase(first.toString());
    }

    /** @param words none of them empty */
    public static Words of(String... words) {
        byte[][] lowerCase = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            lowerCase[i] = words[i].toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        }
        return new Words(lowerCase);
    }

    /** What they begin with, in either case. */
    public Octets beginnings() {
        return beginnings;
    }

    /** Whether one of them stands at a place. */
    public boolean at(ByteView bytes, int at) {
        if (at < 0 || at >= bytes.length() || !beginnings.has(bytes.u8(at))) {
            return false;
        }
        for (byte[] word : lowerCase) {
            if (bytes.holdsWord(at, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all the bytes there are may become one of them; false where one stands there already. */
    public boolean mayBegin(ByteView bytes) {
        if (bytes.length() > 0 && !beginnings.has(bytes.u8(0))) {
            return false;
        }
        for (byte[] word : lowerCase) {
            if (bytes.length() < word.length && isBeginning(bytes, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them stands anywhere before {@code to}. */
    public boolean within(ByteView bytes, int from, int to) {
        int end = Math.min(to, bytes.length());
        for (int at = from; at < end; at++) {
            if (at(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeginning(ByteView bytes, byte[] word) {
        for (int i = 0; i < bytes.length(); i++) {
            int octet = bytes.u8(i);
            if ((octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
