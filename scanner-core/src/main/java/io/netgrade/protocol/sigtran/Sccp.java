// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sigtran;

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

    private int called;
    private int calling;
    private int data;
    private int dataEnd;

    /** Whether the bytes from {@code from} to {@code end} are such a message. */
    boolean read(ByteView bytes, int from, int end) {
        if (end - from < 5) {
            return false;
        }
        int type = bytes.u8(from);
        boolean wide = type == LONG || type == LONG_SERVICE;
        int pointers = from + (type <= UNITDATA_SERVICE ? 2 : 3);
        boolean known =
                type == UNITDATA || type == UNITDATA_SERVICE || type == EXTENDED || type == EXTENDED_SERVICE || wide;
        int octets = wide ? 2 : 1;
        if (!known || end - pointers < 3 * octets) {
            return false;
        }
        called = part(bytes, pointers, octets, end, 1);
        calling = part(bytes, pointers + octets, octets, end, 1);
        data = part(bytes, pointers + 2 * octets, octets, end, octets);
        if (called == NONE || calling == NONE || data == NONE) {
            return false;
        }
        int length = wide ? bytes.u8(data - 2) | bytes.u8(data - 1) << 8 : bytes.u8(data - 1);
        dataEnd = data + length;
        return SccpAddress.sound(bytes, called) && SccpAddress.sound(bytes, calling);
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
