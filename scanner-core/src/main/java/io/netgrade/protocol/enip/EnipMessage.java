// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.enip;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import org.jspecify.annotations.Nullable;

/**
 * One encapsulation message, little endian (CIP volume 2 §2-3.1).
 *
 * <pre>
 *  0 command  2 octets that follow  4 session  8 status  12 context (8)  20 options (0)  24 data
 * </pre>
 */
final class EnipMessage {
    static final int HEADER = 24;
    static final int NOP = 0x00;
    static final int LIST_SERVICES = 0x04;
    static final int LIST_IDENTITY = 0x63;
    static final int LIST_INTERFACES = 0x64;
    static final int REGISTER = 0x65;
    static final int UNREGISTER = 0x66;
    static final int SEND_REQUEST = 0x6F;
    static final int SEND_UNIT = 0x70;

    private static final int LONGEST = 65_511;

    /** The lower half of a command; the upper one is zero. */
    static final Octets BEGINNINGS = Octets.where(first -> name(first) != null);

    private EnipMessage() {}

    /** Octets in all, 0 where too few are here, or -1 where it is no message. */
    static int length(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean begins = name(bytes.length() < 2 ? bytes.u8(0) : bytes.u16le(0)) != null;
            return begins ? 0 : -1;
        }
        boolean sound = name(bytes.u16le(0)) != null
                && knownStatus(bytes.u16le(8))
                && bytes.u16le(10) == 0
                && bytes.u32(20) == 0
                && bytes.u16le(2) <= LONGEST;
        return sound ? HEADER + bytes.u16le(2) : -1;
    }

    /** Who says the first message; its data must be what the command has. */
    static Speaker speaker(ByteView bytes) {
        int length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        if (length == 0) {
            return Speaker.UNFINISHED;
        }
        int data = length - HEADER;
        boolean session = bytes.u32(4) != 0;
        return switch (bytes.u16le(0)) {
            case LIST_SERVICES, LIST_IDENTITY, LIST_INTERFACES -> listing(bytes, data, session);
            case REGISTER -> registering(bytes, data, session);
            case SEND_REQUEST, SEND_UNIT -> sending(bytes, data, session);
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker listing(ByteView bytes, int data, boolean session) {
        if (session) {
            return Speaker.NOBODY;
        }
        if (data == 0) {
            return bytes.u16le(8) == 0 ? Speaker.CLIENT : Speaker.SERVER;
        }
        if (bytes.length() < HEADER + 2) {
            return Speaker.UNFINISHED;
        }
        return data >= 2 && bytes.u16le(HEADER) <= 8 ? Speaker.SERVER : Speaker.NOBODY;
    }

    private static Speaker registering(ByteView bytes, int data, boolean session) {
        if (data != 4) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER + 4) {
            return Speaker.UNFINISHED;
        }
        boolean sound = bytes.u16le(HEADER) == 1 && bytes.u16le(HEADER + 2) == 0;
        if (!sound) {
            return Speaker.NOBODY;
        }
        return session || bytes.u16le(8) != 0 ? Speaker.SERVER : Speaker.CLIENT;
    }

    /** CIP (interface 0) in a list of two items or more. */
    private static Speaker sending(ByteView bytes, int data, boolean session) {
        if (data == 0 && session && bytes.u16le(8) != 0) {
            return Speaker.SERVER;
        }
        if (data < 16 || !session) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER + 10) {
            return Speaker.UNFINISHED;
        }
        int items = bytes.u16le(HEADER + 6);
        int first = bytes.u16le(HEADER + 8);
        boolean addressed = first == 0 || first == 0xA1 || first == 0x8002;
        return bytes.u32(HEADER) == 0 && items >= 2 && items <= 4 && addressed ? Speaker.EITHER : Speaker.NOBODY;
    }

    static @Nullable String name(int command) {
        return switch (command) {
            case NOP -> "nop";
            case LIST_SERVICES -> "list-services";
            case LIST_IDENTITY -> "list-identity";
            case LIST_INTERFACES -> "list-interfaces";
            case REGISTER -> "register-session";
            case UNREGISTER -> "unregister-session";
            case SEND_REQUEST -> "send-rr-data";
            case SEND_UNIT -> "send-unit-data";
            default -> null;
        };
    }

    private static boolean knownStatus(int status) {
        return status <= 3 || status == 0x64 || status == 0x65 || status == 0x69 || status == 0x6A;
    }
}
