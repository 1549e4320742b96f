// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.wire.ByteView;

/**
 * Walks TCAP's elements (ITU-T Q.773 3.1, X.690): single-octet tags, definite and indefinite lengths. What is said to end
 * behind its surroundings ends with them, so that the first segment of a long message can be read. Allocates nothing.
 */
final class TcapElement {
    static final int NONE = -1;

    private static final int INDEFINITE = 0x80;
    private static final int MOST_LENGTH_OCTETS = 3;
    private static final int MOST_STEPS = 4096;

    private TcapElement() {}

    /** Where the content of the element at {@code at} begins; NONE where its length is unsound. */
    static int content(ByteView bytes, int at, int end) {
        if (end - at < 2) {
            return NONE;
        }
        int first = bytes.u8(at + 1);
        int octets = first < INDEFINITE ? 0 : first & 0x7F;
        return octets > MOST_LENGTH_OCTETS || octets > end - at - 2 ? NONE : at + 2 + octets;
    }

    /** Where the content ends; that of indefinite length with its surroundings, as a walk ends at the end mark. */
    static int contentEnd(ByteView bytes, int at, int end) {
        int content = content(bytes, at, end);
        if (content == NONE || bytes.u8(at + 1) == INDEFINITE) {
            return end;
        }
        return (int) Math.min(end, content + length(bytes, at));
    }

    private static long length(ByteView bytes, int at) {
        int first = bytes.u8(at + 1);
        if (first < INDEFINITE) {
            return first;
        }
        long length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = length << 8 | bytes.u8(at + 2 + i);
        }
        return length;
    }

    /** Where the element behind the one at {@code at} begins; {@code end} where there is none. */
    static int next(ByteView bytes, int at, int end) {
        int depth = 0;
        int place = at;
        for (int step = 0; step < MOST_STEPS; step++) {
            int content = content(bytes, place, end);
            if (content == NONE) {
                return end;
            }
            if (bytes.u8(place) == 0 && bytes.u8(place + 1) == 0) {
                depth--;
                place = content;
            } else if (bytes.u8(place + 1) == INDEFINITE) {
                depth++;
                place = content;
            } else {
                place = contentEnd(bytes, place, end);
            }
            if (depth <= 0 || place >= end) {
                return Math.min(place, end);
            }
        }
        return end;
    }

    /** Whether another element begins at {@code at}. */
    static boolean begins(ByteView bytes, int at, int end) {
        return content(bytes, at, end) != NONE && (bytes.u8(at) != 0 || bytes.u8(at + 1) != 0);
    }

    /** The first element with a tag from {@code from} on; NONE where there is none. */
    static int find(ByteView bytes, int from, int end, int tag) {
        for (int at = from; begins(bytes, at, end); at = next(bytes, at, end)) {
            if (bytes.u8(at) == tag) {
                return at;
            }
        }
        return NONE;
    }

    /** The first element with a tag in the content of the one at {@code outer}; NONE where there is none, or no outer. */
    static int inside(ByteView bytes, int outer, int end, int tag) {
        if (outer == NONE) {
            return NONE;
        }
        int content = content(bytes, outer, end);
        return content == NONE ? NONE : find(bytes, content, contentEnd(bytes, outer, end), tag);
    }

    /** A whole number of up to 2 octets; NONE for anything else. */
    static int number(ByteView bytes, int at, int end) {
        int content = content(bytes, at, end);
        int octets = content == NONE ? 0 : contentEnd(bytes, at, end) - content;
        return switch (octets) {
            case 1 -> bytes.u8(content);
            case 2 -> bytes.u16(content);
            default -> NONE;
        };
    }
}
