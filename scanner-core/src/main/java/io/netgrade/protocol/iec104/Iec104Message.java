// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iec104;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One APDU (IEC 60870-5-104 §5): an unnumbered, supervisory or information frame.
 *
 * <pre>
 *  0 0x68  1 octets that follow  2 control (4)  6 type  7 number  8 cause (2)  10 common address (2)  12 objects
 * </pre>
 */
final class Iec104Message {
    static final int START = 0x68;
    static final int START_ACTIVATED = 0x07;
    static final int START_CONFIRMED = 0x0B;
    static final int TEST_ACTIVATED = 0x43;
    static final int TYPE = 6;

    static final CodeTable TYPES = CodeTable.read(Iec104Message.class, "types.tsv");

    private static final int CAUSE = 8;
    private static final int OBJECTS = 12;
    private static final int ADDRESS = 3;
    private static final int ACTIVATION = 6;
    private static final int DEACTIVATION = 8;
    private static final int SHORTEST_INFORMATION = 13;

    private Iec104Message() {}

    /** Octets in all, 0 where too few are here, or -1 where it is no APDU. */
    static int length(ByteView bytes) {
        if (bytes.u8(0) != START) {
            return -1;
        }
        if (bytes.length() < 2) {
            return 0;
        }
        int follows = bytes.u8(1);
        if (follows < 4 || follows > 253) {
            return -1;
        }
        return 2 + follows;
    }

    static Speaker speaker(ByteView bytes) {
        int length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        if (length == 0 || bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        return sound(bytes, length) ? speakerOf(bytes) : Speaker.NOBODY;
    }

    /** Where no port speaks for it: what is said first must also be filled by its objects. */
    static Speaker strictSpeaker(ByteView bytes) {
        Speaker speaker = speaker(bytes);
        boolean told = speaker != Speaker.NOBODY && speaker != Speaker.UNFINISHED && information(bytes);
        return told && !filled(bytes, length(bytes)) ? Speaker.NOBODY : speaker;
    }

    /** Whether the control octets and, in an information frame, type and cause are ones of the standard. */
    static boolean sound(ByteView bytes, int length) {
        int control = bytes.u8(2);
        if ((control & 1) == 0) {
            return (bytes.u8(4) & 1) == 0
                    && length >= SHORTEST_INFORMATION
                    && TYPES.knows(bytes.u8(TYPE))
                    && (bytes.u8(7) & 0x7F) != 0
                    && knownCause(bytes.u8(CAUSE) & 0x3F);
        }
        if (control == 1) {
            return length == 6 && bytes.u8(3) == 0 && (bytes.u8(4) & 1) == 0;
        }
        return length == 6 && unnumbered(control) && bytes.u8(3) == 0 && bytes.u16(4) == 0;
    }

    static boolean information(ByteView bytes) {
        return (bytes.u8(2) & 1) == 0;
    }

    private static Speaker speakerOf(ByteView bytes) {
        int control = bytes.u8(2);
        if (!information(bytes)) {
            return switch (control) {
                case START_ACTIVATED, 0x13 -> Speaker.CLIENT;
                case START_CONFIRMED, 0x23 -> Speaker.SERVER;
                default -> Speaker.EITHER;
            };
        }
        int type = bytes.u8(TYPE);
        int cause = bytes.u8(CAUSE) & 0x3F;
        if (type <= 40 || type == 70) {
            return Speaker.SERVER;
        }
        boolean asks = cause == ACTIVATION || cause == DEACTIVATION || cause == 5;
        return type >= 45 && type <= 113 && asks ? Speaker.CLIENT : Speaker.SERVER;
    }

    private static boolean unnumbered(int control) {
        return switch (control) {
            case START_ACTIVATED, START_CONFIRMED, 0x13, 0x23, 0x43, 0x83 -> true;
            default -> false;
        };
    }

    /** Whether the objects fill the frame: each with its address, or in a sequence only the first (IEC 60870-5-101 §7.2.2). */
    private static boolean filled(ByteView bytes, int length) {
        String octets = TYPES.column(bytes.u8(TYPE), 2);
        if (octets.equals("-")) {
            // Files and secure authentication begin no connection, and their octets vary.
            return false;
        }
        int element = Integer.parseInt(octets);
        int count = bytes.u8(7) & 0x7F;
        boolean sequence = (bytes.u8(7) & 0x80) != 0;
        int objects = sequence ? ADDRESS + count * element : count * (ADDRESS + element);
        return length == OBJECTS + objects;
    }

    private static boolean knownCause(int cause) {
        return (cause >= 1 && cause <= 16) || (cause >= 20 && cause <= 41) || (cause >= 44 && cause <= 47);
    }
}
