// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import io.netgrade.wire.ByteView;
import java.util.Set;

/**
 * The beginning of a packet (RFC 5415 §4).
 *
 * <pre>
 *  version(4 bits) 0 or 1(4)
 *  1: zero(3), then DTLS
 *  0: header length in words(5 bits) radio(5) binding(5) T F L W M K(1 each) zero(3), fragment(2) offset(13 bits) zero(3)
 *     control: type(4) sequence(1) length(2), which counts itself and all behind, flags(1), elements of type(2) length(2)
 * </pre>
 */
final class CapwapPacket {
    static final int NONE = 0;
    /** Not an Ethernet frame but one in the radio's own format. */
    static final int NATIVE = 0x0100;

    static final int FRAGMENT = 0x0080;
    static final int KEEP_ALIVE = 0x0008;

    private static final int DTLS_RECORD = 13;
    private static final int DTLS_AT = 4;
    private static final int SHORTEST_HEADER = 8;
    private static final int MESSAGE_HEADER = 8;
    private static final int LAST_MESSAGE = 26;
    /** Discovery, join, configuration, event, change of state, echo, primary discovery, and what answers the controller. */
    private static final Set<Integer> OF_ACCESS_POINT = Set.of(1, 3, 5, 8, 9, 11, 13, 16, 18, 19, 21, 24, 26);

    private CapwapPacket() {}

    static boolean isDtls(ByteView bytes) {
        if (bytes.length() < DTLS_AT + DTLS_RECORD || bytes.i32(0) != 0x0100_0000) {
            return false;
        }
        int type = bytes.u8(DTLS_AT);
        int version = bytes.u16(DTLS_AT + 1);
        // Cisco's access points speak the draft's version 0x0100 too.
        boolean known = version == 0xFEFF || version == 0xFEFD || version == 0x0100;
        return type >= 20 && type <= 25 && known && bytes.u16(DTLS_AT + 11) + DTLS_AT + DTLS_RECORD <= bytes.length();
    }

    static boolean isClientHello(ByteView bytes) {
        boolean handshake = bytes.u8(DTLS_AT) == 22 && bytes.length() > DTLS_AT + DTLS_RECORD;
        return handshake && bytes.u16(DTLS_AT + 3) == 0 && bytes.u8(DTLS_AT + DTLS_RECORD) == 1;
    }

    /** Octets of the header; 0 where it is none. */
    static int headerLength(ByteView bytes) {
        if (bytes.length() < SHORTEST_HEADER || bytes.u8(0) != 0 || (bytes.u8(3) & 7) != 0 || (bytes.u8(7) & 7) != 0) {
            return 0;
        }
        int length = bytes.u8(1) >>> 3 << 2;
        return length >= SHORTEST_HEADER && length <= bytes.length() ? length : 0;
    }

    static int flags(ByteView bytes) {
        return bytes.u16(2) & 0x01F8;
    }

    /** The type of a control message in clear, without its enterprise; {@link #NONE} where it is none. */
    static int message(ByteView bytes) {
        int at = headerLength(bytes);
        if (at == 0 || bytes.length() - at < MESSAGE_HEADER || (flags(bytes) & (NATIVE | FRAGMENT)) != 0) {
            return NONE;
        }
        int type = bytes.u8(at + 3);
        boolean sized = bytes.u16(at + 5) + at + 5 == bytes.length() && bytes.u8(at + 7) == 0;
        return type <= LAST_MESSAGE && sized && hasSoundElements(bytes, at + MESSAGE_HEADER) ? type : NONE;
    }

    private static boolean hasSoundElements(ByteView bytes, int from) {
        int at = from;
        while (bytes.length() - at >= 4) {
            at += 4 + bytes.u16(at + 2);
        }
        return at == bytes.length();
    }

    /** Where the value of an element of a control message begins that has at least so many octets; 0 where none has. */
    static int element(ByteView bytes, int type, int least) {
        int at = headerLength(bytes) + MESSAGE_HEADER;
        while (bytes.length() - at >= 4) {
            if (bytes.u16(at) == type && bytes.u16(at + 2) >= least) {
                return at + 4;
            }
            at += 4 + bytes.u16(at + 2);
        }
        return 0;
    }

    static boolean isOfController(int message) {
        return !OF_ACCESS_POINT.contains(message);
    }

    static boolean isData(ByteView bytes) {
        return headerLength(bytes) > 0 && (bytes.u16(1) & 0x003E) >>> 1 <= 3;
    }
}
