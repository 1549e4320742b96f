// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.wire.ByteView;

/**
 * A connectionless message of SCCP, read in place (ITU-T Q.713 4.10 to 4.20; the same in ANSI T1.112.3): its two addresses
 * and its data, each behind a pointer and a length.
 */
final class Sccp {
    static final int NONE = -1;

    private static final int UNITDATA = 9;
    private static final int UNITDATA_SERVICE = 10;
    private static final int EXTENDED = 17;
    private static final int EXTENDED_SERVICE = 18;
    private static final int LONG = 19;
    private static final int LONG_SERVICE = 20;

    /** By type, octets of the shortest message of each kind that needs a connection (Q.713 4.2 to 4.9, 4.13 to 4.18). */
    private static final int[] SHORTEST = {0, 7, 8, 5, 8, 7, 7, 8, 6, 0, 0, 6, 4, 8, 7, 5, 11};

    private int called;
    private int calling;
    private int data;
    private int dataEnd;

    /** Whether the bytes are a message of SCCP: a whole one without a connection, or the beginning of another. */
    static boolean isSound(ByteView bytes) {
        int type = bytes.length() == 0 ? 0 : bytes.u8(0);
        if (type < SHORTEST.length && SHORTEST[type] != 0) {
            return bytes.length() >= SHORTEST[type];
        }
        int pointers = pointers(bytes, 0, bytes.length());
        int octets = octets(type);
        return pointers != NONE
                && part(bytes, pointers + 2 * octets, octets, bytes.length(), octets) != NONE
                && isAddress(bytes, part(bytes, pointers, octets, bytes.length(), 1))
                && isAddress(bytes, part(bytes, pointers + octets, octets, bytes.length(), 1));
    }

    private static boolean isAddress(ByteView bytes, int at) {
        return at != NONE && SccpAddress.sound(bytes, at);
    }

    /** Whether the bytes from {@code from} to {@code end} are a message without a connection. */
    boolean read(ByteView bytes, int from, int end) {
        int pointers = pointers(bytes, from, end);
        if (pointers == NONE) {
            return false;
        }
        int octets = octets(bytes.u8(from));
        called = part(bytes, pointers, octets, end, 1);
        calling = part(bytes, pointers + octets, octets, end, 1);
        data = part(bytes, pointers + 2 * octets, octets, end, octets);
        if (called == NONE || calling == NONE || data == NONE) {
            return false;
        }
        int length = octets == 2 ? bytes.u8(data - 2) | bytes.u8(data - 1) << 8 : bytes.u8(data - 1);
        dataEnd = data + length;
        return SccpAddress.sound(bytes, called) && SccpAddress.sound(bytes, calling);
    }

    /** Where the pointers of a message without a connection stand; NONE where it is none. */
    private static int pointers(ByteView bytes, int from, int end) {
        if (end - from < 5) {
            return NONE;
        }
        int type = bytes.u8(from);
        int pointers = switch (type) {
            case UNITDATA, UNITDATA_SERVICE -> from + 2;
            case EXTENDED, EXTENDED_SERVICE, LONG, LONG_SERVICE -> from + 3;
            default -> NONE;
        };
        return pointers == NONE || end - pointers < 3 * octets(type) ? NONE : pointers;
    }

    private static int octets(int type) {
        return type == LONG || type == LONG_SERVICE ? 2 : 1;
    }

    /** Where the content of the part begins to which the pointer at {@code at} points, whole and behind its length. */
    private static int part(ByteView bytes, int at, int octets, int end, int lengthOctets) {
        int pointer = octets == 2 ? bytes.u8(at) | bytes.u8(at + 1) << 8 : bytes.u8(at);
        int length = at + octets - 1 + pointer;
        if (pointer == 0 || end - length < lengthOctets) {
            return NONE;
        }
        int content = length + lengthOctets;
        int size = lengthOctets == 2 ? bytes.u8(length) | bytes.u8(length + 1) << 8 : bytes.u8(length);
        return size > end - content ? NONE : content;
    }

    /** Where the called party's address begins, its length in the octet before it. */
    int called() {
        return called;
    }

    /** Where the calling party's address begins, its length in the octet before it. */
    int calling() {
        return calling;
    }

    int data() {
        return data;
    }

    int dataEnd() {
        return dataEnd;
    }
}
