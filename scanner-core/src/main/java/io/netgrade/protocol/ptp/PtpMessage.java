// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ptp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * One message (IEEE 1588 §13.3).
 *
 * <pre>
 *  0 sdo and type  1 minor version and version (2)  2 octets  4 domain  6 flags  8 correction  20 port identity (10)
 *  30 sequence  32 control  33 interval  34 body  TLVs
 * </pre>
 */
final class PtpMessage {
    private static final int HEADER = 34;
    private static final int AUTHENTICATION = 0x8009;

    static final Octets BEGINNINGS = Octets.where(first -> body(first & 0x0F) != 0);

    private PtpMessage() {}

    static int type(ByteView bytes) {
        return bytes.u8(0) & 0x0F;
    }

    /** Whether the header is sound; a frame may be padded behind its message. */
    static boolean sound(ByteView bytes) {
        if (bytes.length() < HEADER || (bytes.u8(1) & 0x0F) != 2 || bytes.u8(1) >> 4 > 1 || body(type(bytes)) == 0) {
            return false;
        }
        int length = bytes.u16(2);
        boolean fits = length >= body(type(bytes)) && length <= bytes.length() && bytes.length() - length <= 26;
        return fits && bytes.u16(28) != 0 && bytes.u8(32) <= 5 && controlFits(bytes);
    }

    static Speaker speaker(ByteView bytes) {
        return sound(bytes) ? Speaker.PEER : Speaker.NOBODY;
    }

    static boolean authenticated(ByteView bytes) {
        int at = body(type(bytes));
        int end = bytes.u16(2);
        while (at + 4 <= end) {
            if (bytes.u16(at) == AUTHENTICATION) {
                return true;
            }
            at += 4 + bytes.u16(at + 2);
        }
        return false;
    }

    /** Octets of header and body before the TLVs; 0 for a reserved type (§13.4 to §13.13). */
    private static int body(int type) {
        return switch (type) {
            case 0, 1, 8, 12 -> 44;
            case 2, 3, 9, 10 -> 54;
            case 11 -> 64;
            case 13 -> 48;
            default -> 0;
        };
    }

    /** The control field repeats the type as version 1 had it; newer clocks may send 0 (§13.3.2.13). */
    private static boolean controlFits(ByteView bytes) {
        int expected = switch (type(bytes)) {
            case 0 -> 0;
            case 1 -> 1;
            case 8 -> 2;
            case 9 -> 3;
            case 13 -> 4;
            default -> 5;
        };
        return bytes.u8(32) == expected || bytes.u8(32) == 0;
    }

    static String name(int type) {
        return switch (type) {
            case 0 -> "sync";
            case 1 -> "delay-request";
            case 2 -> "peer-delay-request";
            case 3 -> "peer-delay-response";
            case 8 -> "follow-up";
            case 9 -> "delay-response";
            case 10 -> "peer-delay-follow-up";
            case 11 -> "announce";
            case 12 -> "signaling";
            default -> "management";
        };
    }
}
