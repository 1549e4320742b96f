// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dnp3;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One data link frame (IEEE 1815 §9.2.4): a header with a CRC of its own, then blocks of 16 octets with a CRC each.
 *
 * <pre>
 *  0 0x05 0x64  2 length  3 control  4 destination  6 source  8 CRC  10 transport  11 application control  12 function
 * </pre>
 */
final class Dnp3Frame {
    static final int HEADER = 10;
    static final int FUNCTION = 12;

    private static final int START = 0x0564;
    private static final int FROM_MASTER = 0x80;
    private static final int PRIMARY = 0x40;
    private static final int BLOCK = 16;
    private static final int CRC = 2;
    private static final int SHORTEST_LENGTH = 5;

    private Dnp3Frame() {}

    /** Octets in all, 0 where too few are here, or -1 where it is no frame. */
    static int length(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean begins = bytes.u8(0) == START >> 8 && (bytes.length() < 2 || bytes.u8(1) == (START & 0xFF));
            return begins ? 0 : -1;
        }
        if (bytes.u16(0) != START || bytes.u8(2) < SHORTEST_LENGTH || crc(bytes, 8) != bytes.u16le(8)) {
            return -1;
        }
        int data = bytes.u8(2) - SHORTEST_LENGTH;
        return HEADER + data + CRC * ((data + BLOCK - 1) / BLOCK);
    }

    static Speaker speaker(ByteView bytes) {
        int length = length(bytes);
        if (length <= 0) {
            return length < 0 ? Speaker.NOBODY : Speaker.UNFINISHED;
        }
        return fromMaster(bytes) ? Speaker.CLIENT : Speaker.SERVER;
    }

    static boolean fromMaster(ByteView frame) {
        return (frame.u8(3) & FROM_MASTER) != 0;
    }

    /** Whether an application function stands in this frame: it carries user data, and is the first of a fragment. */
    static boolean hasFunction(ByteView frame) {
        int function = frame.u8(3) & 0x0F;
        boolean userData = (frame.u8(3) & PRIMARY) != 0 && (function == 3 || function == 4);
        return userData && frame.length() > FUNCTION + CRC && (frame.u8(HEADER) & 0x40) != 0;
    }

    /** CRC-16/DNP of the octets before {@code end}. */
    static int crc(ByteView bytes, int end) {
        int crc = 0;
        for (int at = 0; at < end; at++) {
            crc ^= bytes.u8(at);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA6BC;
            }
        }
        return ~crc & 0xFFFF;
    }
}
