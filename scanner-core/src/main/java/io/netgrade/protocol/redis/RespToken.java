// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.wire.ByteView;

/**
 * One element of RESP 2 or 3, read in place: a line, the header of an aggregate, or a bulk string with its body. A body
 * over a limit is not waited for: the token is its header, and the rest is left to be passed over.
 */
final class RespToken {
    /** Whether bytes begin an element. */
    enum Fit {
        BROKEN,
        SHORT,
        WHOLE
    }

    /** The type of what has none. */
    static final int INLINE = 0;

    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_NUMBER = 12;
    private static final int MOST_ELEMENTS = 1 << 24;
    private static final long LONGEST_BULK = 512L << 20;

    private int type;
    private long number;
    private int textAt;
    private int textLength;
    private int length;
    private long surplus;

    /** Reads the element at the beginning of the bytes; a body of more than {@code kept} octets is not waited for. */
    Fit wrap(ByteView bytes, int kept) {
        return wrap(bytes, 0, kept);
    }

    Fit wrap(ByteView bytes, int at, int kept) {
        if (at >= bytes.length()) {
            return Fit.SHORT;
        }
        type = bytes.u8(at);
        number = 0;
        surplus = 0;
        boolean counted = counted(type);
        if (!counted && !line(type)) {
            return Fit.BROKEN;
        }
        int limit = counted ? LONGEST_NUMBER : LONGEST_LINE;
        int end = bytes.indexOf('\n', at + 1, at + 1 + limit + 2);
        if (end < 0) {
            return bytes.length() - at > limit + 2 ? Fit.BROKEN : Fit.SHORT;
        }
        if (bytes.u8(end - 1) != '\r') {
            return Fit.BROKEN;
        }
        textAt = at + 1;
        textLength = end - 1 - textAt;
        length = end + 1 - at;
        return !counted ? Fit.WHOLE : readCounted(bytes, at, kept);
    }

    /** Reads an inline command: one line without a type, ended by LF alone or by CR LF. */
    Fit wrapInline(ByteView bytes) {
        int end = bytes.indexOf('\n', 0, LONGEST_LINE);
        if (end < 0) {
            return bytes.length() >= LONGEST_LINE ? Fit.BROKEN : Fit.SHORT;
        }
        type = INLINE;
        number = 0;
        surplus = 0;
        textAt = 0;
        textLength = end > 0 && bytes.u8(end - 1) == '\r' ? end - 1 : end;
        length = end + 1;
        return Fit.WHOLE;
    }

    /** The first octet: {@code +}, {@code -}, {@code $} and so on. */
    int type() {
        return type;
    }

    /** Elements of an aggregate (a map's keys and values each count), octets of a bulk, -1 for null. */
    long number() {
        return number;
    }

    /** Whether elements follow that belong to this one. */
    boolean aggregate() {
        return type == '*' || type == '%' || type == '~' || type == '>' || type == '|';
    }

    /** Whether a body is here: a line's text, or a bulk within the limit. */
    boolean hasText() {
        return !aggregate() && surplus == 0 && number >= 0;
    }

    int textAt() {
        return textAt;
    }

    int textLength() {
        return textLength;
    }

    /** Octets to consume. */
    int length() {
        return length;
    }

    /** Octets behind {@link #length()} that still belong to a body over the limit. */
    long surplus() {
        return surplus;
    }

    private Fit readCounted(ByteView bytes, int at, int kept) {
        if (!readNumber(bytes)) {
            return Fit.BROKEN;
        }
        if (aggregate()) {
            number = type == '%' || type == '|' ? number * 2 : number;
            return number <= MOST_ELEMENTS ? Fit.WHOLE : Fit.BROKEN;
        }
        if (number > LONGEST_BULK) {
            return Fit.BROKEN;
        }
        if (number > kept) {
            surplus = number + 2;
            return Fit.WHOLE;
        }
        return number < 0 ? Fit.WHOLE : readBody(bytes, at);
    }

    private Fit readBody(ByteView bytes, int at) {
        int bodyAt = at + length;
        int bodyEnd = bodyAt + (int) number;
        if (bytes.length() < bodyEnd + 2) {
            return Fit.SHORT;
        }
        if (bytes.u8(bodyEnd) != '\r' || bytes.u8(bodyEnd + 1) != '\n') {
            return Fit.BROKEN;
        }
        textAt = bodyAt;
        textLength = (int) number;
        length = bodyEnd + 2 - at;
        return Fit.WHOLE;
    }

    /** Digits, or {@code -1} for the null of RESP 2. */
    private boolean readNumber(ByteView bytes) {
        if (textLength == 2 && bytes.u8(textAt) == '-' && bytes.u8(textAt + 1) == '1') {
            number = -1;
            return type == '*' || type == '$';
        }
        for (int i = textAt; i < textAt + textLength; i++) {
            int digit = bytes.u8(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return textLength > 0;
    }

    private static boolean counted(int type) {
        return switch (type) {
            case '$', '*', '%', '~', '>', '|', '!', '=' -> true;
            default -> false;
        };
    }

    private static boolean line(int type) {
        return switch (type) {
            case '+', '-', ':', '_', ',', '#', '(' -> true;
            default -> false;
        };
    }
}
