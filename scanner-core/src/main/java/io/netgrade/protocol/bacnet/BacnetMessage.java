// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bacnet;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One datagram: the virtual link layer (annex J.2), the network layer (§6.2) and where the application unit begins.
 *
 * <pre>
 *  0 0x81  1 function  2 length  4 [address (6) of who was first]  version (1)  control  [destination, source, hops]
 * </pre>
 */
final class BacnetMessage {
    static final int BROKEN = -1;
    static final int NONE = 0;
    static final int CONFIRMED = 0;
    static final int UNCONFIRMED = 1;
    static final int SIMPLE_ANSWER = 2;
    static final int COMPLEX_ANSWER = 3;
    static final int I_AM = 0;

    private static final int HEADER = 4;
    private static final int RESULT = 0;
    private static final int FORWARDED = 4;
    private static final int ADDRESS = 6;
    private static final int LAST_FUNCTION = 0x0B;
    private static final int NETWORK_MESSAGE = 0x80;
    private static final int DESTINATION = 0x20;
    private static final int SOURCE = 0x08;

    private BacnetMessage() {}

    /** Octets in all, or -1 where it is no message. */
    static int length(ByteView bytes) {
        boolean sound = bytes.length() >= HEADER
                && bytes.u8(0) == 0x81
                && bytes.u8(1) <= LAST_FUNCTION
                && bytes.u16(2) == bytes.length();
        return sound && (!carries(bytes) || application(bytes) != BROKEN) ? bytes.length() : -1;
    }

    /** Where the application unit begins; {@link #NONE} where there is none, {@link #BROKEN} where it does not fit. */
    static int application(ByteView bytes) {
        int at = bytes.u8(1) == FORWARDED ? HEADER + ADDRESS : HEADER;
        if (!carries(bytes)) {
            return NONE;
        }
        if (at + 2 > bytes.length() || bytes.u8(at) != 1 || (bytes.u8(at + 1) & 0x50) != 0) {
            return BROKEN;
        }
        int control = bytes.u8(at + 1);
        at += 2;
        if ((control & DESTINATION) != 0) {
            at = behindAddress(bytes, at);
        }
        if ((control & SOURCE) != 0) {
            at = behindAddress(bytes, at);
        }
        if ((control & DESTINATION) != 0) {
            at++;
        }
        boolean here = at > HEADER && at < bytes.length();
        if (!here) {
            return BROKEN;
        }
        return (control & NETWORK_MESSAGE) != 0 ? NONE : at;
    }

    static Speaker speaker(ByteView bytes) {
        if (length(bytes) < 0) {
            return Speaker.NOBODY;
        }
        if (!carries(bytes)) {
            return administration(bytes);
        }
        int at = application(bytes);
        if (at == NONE) {
            return Speaker.EITHER;
        }
        int left = bytes.length() - at;
        return switch (bytes.u8(at) >> 4) {
            case CONFIRMED -> left >= 4 && service(bytes, at) <= 34 ? Speaker.CLIENT : Speaker.NOBODY;
            case UNCONFIRMED -> announcement(bytes, at, left);
            case SIMPLE_ANSWER, COMPLEX_ANSWER, 5 ->
                left >= 3 && service(bytes, at) <= 34 ? Speaker.SERVER : Speaker.NOBODY;
            case 4 -> left == 4 ? Speaker.EITHER : Speaker.NOBODY;
            case 6, 7 -> left == 3 ? Speaker.SERVER : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }

    /** The service choice of an application unit. */
    static int service(ByteView bytes, int at) {
        int kind = bytes.u8(at) >> 4;
        boolean segmented = (bytes.u8(at) & 0x08) != 0;
        int place = switch (kind) {
            case CONFIRMED -> segmented ? 5 : 3;
            case UNCONFIRMED -> 1;
            case COMPLEX_ANSWER -> segmented ? 4 : 2;
            default -> 2;
        };
        return at + place < bytes.length() ? bytes.u8(at + place) : 0xFF;
    }

    /** Whether a network layer stands in the message. */
    private static boolean carries(ByteView bytes) {
        int function = bytes.u8(1);
        return function == FORWARDED || function >= 9;
    }

    /** Messages between devices and broadcast distributors have lengths of their own. */
    private static Speaker administration(ByteView bytes) {
        int length = bytes.length();
        return switch (bytes.u8(1)) {
            case RESULT -> length == 6 ? Speaker.SERVER : Speaker.NOBODY;
            case 1 -> (length - HEADER) % 10 == 0 ? Speaker.CLIENT : Speaker.NOBODY;
            case 2, 6 -> length == HEADER ? Speaker.CLIENT : Speaker.NOBODY;
            case 3, 7 -> (length - HEADER) % 10 == 0 ? Speaker.SERVER : Speaker.NOBODY;
            case 5 -> length == 6 ? Speaker.CLIENT : Speaker.NOBODY;
            case 8 -> length == 10 ? Speaker.CLIENT : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }

    /** Who-Is and Who-Has and time are said to a device; I-Am, I-Have and notifications by one. */
    private static Speaker announcement(ByteView bytes, int at, int left) {
        if (left < 2 || (bytes.u8(at) & 0x0F) != 0 || bytes.u8(at + 1) > 12) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u8(at + 1)) {
            case 6, 7, 8, 9, 10 -> Speaker.CLIENT;
            default -> Speaker.SERVER;
        };
    }

    private static int behindAddress(ByteView bytes, int at) {
        boolean here = at > 0 && at + 3 <= bytes.length() && bytes.u8(at + 2) <= 18;
        return here ? at + 3 + bytes.u8(at + 2) : Integer.MIN_VALUE / 2;
    }
}
