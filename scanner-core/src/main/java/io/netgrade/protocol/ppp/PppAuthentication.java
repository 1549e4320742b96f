// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.fact.FactType;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * What a PPP frame says of the authentication of its ends: the option of LCP (RFC 1661 §6.2), or one of PAP, CHAP and EAP
 * itself.
 *
 * <pre>
 *  [address 0xFF control 0x03] protocol(1 or 2), then code(1) identifier(1) length(2), options of type(1) length(1)
 * </pre>
 */
final class PppAuthentication {
    private static final int ADDRESS_AND_CONTROL = 0xFF03;
    private static final int LCP = 0xC021;
    private static final int PAP = 0xC023;
    private static final int CHAP = 0xC223;
    private static final int EAP = 0xC227;
    private static final int CONFIGURE_REQUEST = 1;
    private static final int CONFIGURE_ACK = 2;
    private static final int OPTION = 3;
    private static final int NOTHING = 0;

    private PppAuthentication() {}

    /** The fact that a carrier of PPP states, with its own id. */
    static FactType fact(String protocol) {
        return FactType.of(protocol + ".ppp-authentication", "How the ends of PPP authenticate each other.")
                .text(
                        "method",
                        "pap or text (a plaintext password), chap, chap-md5, ms-chap, ms-chap-v2, eap, other or none")
                .text("stage", "offered in a request of LCP, agreed in its acknowledgement, used, or proxied in L2TP");
    }

    /** Whether a frame of PPP that is worth following begins there. */
    static boolean isPpp(ByteView bytes, int at) {
        int from = protocolAt(bytes, at);
        if (bytes.length() - from < 2) {
            return false;
        }
        return switch (bytes.u16(from)) {
            case 0x0021, 0x0057, 0x003D, 0x00FD, 0x8021, 0x8057, 0x80FD, LCP, PAP, CHAP, EAP -> true;
            // Protocol field compression (RFC 1661 §6.5): one octet, then IP.
            default -> (bytes.u16(from) >>> 4) == 0x214 || (bytes.u16(from) >>> 4) == 0x576;
        };
    }

    private static int protocolAt(ByteView bytes, int at) {
        boolean both = bytes.length() - at >= 2 && bytes.u16(at) == ADDRESS_AND_CONTROL;
        return both ? at + 2 : at;
    }

    static void read(ByteView bytes, int at, FactType fact, Said said) {
        int from = protocolAt(bytes, at);
        if (bytes.length() - from < 6) {
            return;
        }
        int code = bytes.u8(from + 2);
        int option = NOTHING;
        switch (bytes.u16(from)) {
            case LCP -> option = code == CONFIGURE_REQUEST || code == CONFIGURE_ACK ? option(bytes, from + 2) : NOTHING;
            case PAP -> option = PAP << 8;
            case CHAP -> option = CHAP << 8;
            case EAP -> option = EAP << 8;
            default -> {
                // Says nothing of authentication.
            }
        }
        boolean negotiated = bytes.u16(from) == LCP;
        if (option != NOTHING && said.isNew(1L << 40 | (negotiated ? (long) code << 32 : 0) | option)) {
            String stage = !negotiated ? "used" : code == CONFIGURE_ACK ? "agreed" : "offered";
            said.state(fact.partial(method(option), stage));
        }
    }

    /** Protocol(2) and algorithm(1) of the option in a message of LCP; {@link #NOTHING} without one. */
    private static int option(ByteView bytes, int message) {
        int end = Math.min(bytes.length(), message + bytes.u16(message + 2));
        int at = message + 4;
        while (end - at >= 2 && bytes.u8(at + 1) >= 2) {
            int length = bytes.u8(at + 1);
            if (bytes.u8(at) == OPTION && length >= 4 && end - at >= length) {
                return bytes.u16(at + 2) << 8 | (length >= 5 ? bytes.u8(at + 4) : 0);
            }
            at += length;
        }
        return NOTHING;
    }

    private static String method(int option) {
        return switch (option >>> 8) {
            case PAP -> "pap";
            case EAP -> "eap";
            case CHAP -> chap(option & 0xFF);
            default -> "other";
        };
    }

    private static String chap(int algorithm) {
        return switch (algorithm) {
            case 5 -> "chap-md5";
            case 0x80 -> "ms-chap";
            case 0x81 -> "ms-chap-v2";
            default -> "chap";
        };
    }
}
