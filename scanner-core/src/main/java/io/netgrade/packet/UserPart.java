// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Messages of the users of MTP level 3, as far as it takes to tell a whole one from other bytes: SCCP (ITU-T Q.713 chapter
 * 4), ISUP (Q.763 chapter 4; ANSI T1.113.3), the tests of links (Q.707) and the states of routes (Q.704 15).
 *
 * <p>SCCP and ISUP write a message alike: fixed parts, a pointer to each variable part, a pointer to the optional part.
 */
final class UserPart {
    private static final int NETWORK_MANAGEMENT = 0;
    private static final int TEST = 1;
    private static final int TEST_SPECIAL = 2;
    private static final int SCCP = 3;
    private static final int ISUP = 5;

    /** A message of which little more than the type and the length tells. */
    static final int WEAK = 1;

    private static final int TOLD = 2;
    private static final int NONE = -1;
    private static final int OPTIONAL = 1 << 8;
    private static final int LONG_DATA = 0x13;
    private static final int LONG_DATA_SERVICE = 0x14;
    private static final int INITIAL_ADDRESS = 1;
    private static final int MOST_OPTIONAL_PARTS = 64;

    private UserPart() {}

    /**
     * How much binds the bytes to a whole message with nothing behind it: 0 where they are none, {@link #WEAK} where nothing
     * is pointed to, else more with each part that is.
     *
     * @param service the service indicator (Q.704 14.2.1); of those not named above nothing is whole
     * @param wide whether point codes have 24 bits, and ISUP may be ANSI's
     */
    static int bound(int service, boolean wide, ByteView frame, int at, int end) {
        return switch (service) {
            case NETWORK_MANAGEMENT -> isRouteState(wide, frame, at, end) ? TOLD : 0;
            case TEST, TEST_SPECIAL -> isTest(frame, at, end) ? TOLD : 0;
            case SCCP -> ofSccp(frame, at, end);
            case ISUP -> ofIsup(wide, frame, at, end);
            default -> 0;
        };
    }

    /** Of transfer prohibited, restricted, allowed and their like: the heading, then the destination they speak of. */
    private static boolean isRouteState(boolean wide, ByteView frame, int at, int end) {
        int point = wide ? 3 : 2;
        return end - at == 1 + point && (frame.u8(at) & 0x0F) == 4 && frame.u8(at) >>> 4 <= 6;
    }

    /** Heading, length in the upper half of an octet, so many octets of a pattern. */
    private static boolean isTest(ByteView frame, int at, int end) {
        boolean head = end - at > 2 && (frame.u8(at) == 0x11 || frame.u8(at) == 0x21);
        return head && (frame.u8(at + 1) & 0x0F) == 0 && frame.u8(at + 1) >>> 4 == end - at - 2;
    }

    private static int ofSccp(ByteView frame, int at, int end) {
        if (end <= at) {
            return 0;
        }
        int type = frame.u8(at);
        boolean large = type == LONG_DATA || type == LONG_DATA_SERVICE;
        return parts(sccp(type), large, frame, at + 1, end);
    }

    /** Circuit(2), type, parts. */
    private static int ofIsup(boolean wide, ByteView frame, int at, int end) {
        if (end - at < 3 || frame.u8(at + 1) >>> (wide ? 6 : 4) != 0) {
            return 0;
        }
        int type = frame.u8(at + 2);
        int ansi = wide && type == INITIAL_ADDRESS ? parts(shape(4, 2, OPTIONAL), false, frame, at + 3, end) : 0;
        return ansi != 0 ? ansi : parts(isup(type), false, frame, at + 3, end);
    }

    private static int shape(int fixed, int variable, int optional) {
        return optional | variable << 4 | fixed;
    }

    private static int sccp(int type) {
        return switch (type) {
            case 0x01 -> shape(4, 1, OPTIONAL);
            case 0x02 -> shape(7, 0, OPTIONAL);
            case 0x03 -> shape(4, 0, OPTIONAL);
            case 0x04 -> shape(7, 0, OPTIONAL);
            case 0x05, 0x0E -> shape(6, 0, 0);
            case 0x06 -> shape(4, 1, 0);
            case 0x07 -> shape(5, 1, 0);
            case 0x08 -> shape(5, 0, 0);
            case 0x09, 0x0A -> shape(1, 3, 0);
            case 0x0B -> shape(3, 1, 0);
            case 0x0C -> shape(3, 0, 0);
            case 0x0D -> shape(7, 0, 0);
            case 0x0F -> shape(4, 0, 0);
            case 0x10 -> shape(10, 0, 0);
            case 0x11, 0x12, LONG_DATA, LONG_DATA_SERVICE -> shape(2, 3, OPTIONAL);
            default -> NONE;
        };
    }

    private static int isup(int type) {
        return switch (type) {
            case INITIAL_ADDRESS -> shape(5, 1, OPTIONAL);
            case 0x02, 0x0C, 0x2D, 0x2F -> shape(0, 1, OPTIONAL);
            case 0x03, 0x04, 0x06, 0x07 -> shape(2, 0, OPTIONAL);
            case 0x05 -> shape(1, 0, 0);
            case 0x08, 0x09, 0x10 -> shape(0, 0, OPTIONAL);
            case 0x0D, 0x0E, 0x2C -> shape(1, 0, OPTIONAL);
            case 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x2E -> shape(0, 0, 0);
            case 0x17, 0x29, 0x2A -> shape(0, 1, 0);
            case 0x18, 0x19, 0x1A, 0x1B -> shape(1, 1, 0);
            case 0x2B -> shape(0, 2, 0);
            default -> NONE;
        };
    }

    /**
     * {@link #WEAK} and one more for each part that is pointed to, where parts of such a shape fill the bytes; else 0.
     *
     * @param large whether pointers, and the length of the last variable part, have two octets
     */
    private static int parts(int shape, boolean large, ByteView frame, int at, int end) {
        int octets = large ? 2 : 1;
        int variable = shape >> 4 & 0x0F;
        int pointers = at + (shape & 0x0F);
        boolean optional = (shape & OPTIONAL) != 0;
        int behind = pointers + octets * (variable + (optional ? 1 : 0));
        if (shape == NONE || pointers > end) {
            return 0;
        }
        if (behind > end) {
            // A message without optional parts may leave out the pointer to them, where it is the last thing in it.
            return variable == 0 && pointers == end ? WEAK : 0;
        }
        int last = behind;
        for (int part = 0; part < variable; part++) {
            int pointer = pointers + part * octets;
            last = partEnd(frame, pointer, octets, large && part == variable - 1 ? 2 : 1, last, end);
            if (last == NONE) {
                return 0;
            }
        }
        int pointer = pointers + variable * octets;
        int first = optional ? number(frame, pointer, octets) : 0;
        if (first == 0) {
            return last == end ? WEAK + variable : 0;
        }
        return optionalParts(frame, pointer + octets - 1 + first, end) ? TOLD + variable : 0;
    }

    /**
     * Where the part ends that a pointer leads to, counted from the pointer's last octet; NONE where it is not whole, or does
     * not stand behind those before.
     */
    private static int partEnd(ByteView frame, int pointer, int octets, int lengthOctets, int from, int end) {
        int length = pointer + octets - 1 + number(frame, pointer, octets);
        if (length < from || end - length <= lengthOctets) {
            return NONE;
        }
        int size = number(frame, length, lengthOctets);
        return size == 0 || size > end - length - lengthOctets ? NONE : length + lengthOctets + size;
    }

    /** Name(1), length(1), content; a name of zero ends them and the message. */
    private static boolean optionalParts(ByteView frame, int from, int end) {
        int at = from;
        for (int i = 0; i < MOST_OPTIONAL_PARTS && at < end; i++) {
            if (frame.u8(at) == 0) {
                return at + 1 == end;
            }
            at += end - at < 2 ? 2 : 2 + frame.u8(at + 1);
        }
        return false;
    }

    private static int number(ByteView frame, int at, int octets) {
        return octets == 2 ? LinkLayer.littleEndian16(frame, at) : frame.u8(at);
    }
}
