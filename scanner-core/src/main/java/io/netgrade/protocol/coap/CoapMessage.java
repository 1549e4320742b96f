// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * One datagram (RFC 7252 §3).
 *
 * <pre>
 *  0 version (1), type, token octets  1 code  2 message id  4 token, options, 0xFF and payload
 * </pre>
 */
final class CoapMessage {
    static final int HEADER = 4;

    private static final int LONGEST_TOKEN = 8;
    private static final int CONFIRMABLE = 0;
    private static final int ACKNOWLEDGEMENT = 2;
    private static final int RESET = 3;
    private static final ThreadLocal<CoapOptions> OPTIONS = ThreadLocal.withInitial(CoapOptions::new);

    static final Octets BEGINNINGS = Octets.where(first -> first >> 6 == 1 && (first & 0x0F) <= LONGEST_TOKEN);

    private CoapMessage() {}

    static int tokenLength(ByteView bytes) {
        return bytes.u8(0) & 0x0F;
    }

    /** Whether the datagram is a message. */
    static boolean sound(ByteView bytes, CoapOptions options) {
        if (bytes.length() < HEADER || bytes.u8(0) >> 6 != 1 || tokenLength(bytes) > LONGEST_TOKEN) {
            return false;
        }
        int code = bytes.u8(1);
        int type = bytes.u8(0) >> 4 & 3;
        if (code == 0) {
            return bytes.length() == HEADER && tokenLength(bytes) == 0 && type != 1;
        }
        boolean known = CoapNames.request(code) ? type <= 1 : CoapNames.response(code) && type != RESET;
        int at = HEADER + tokenLength(bytes);
        return known && at <= bytes.length() && options.read(bytes, at, bytes.length());
    }

    /** Where a port is CoAP's own. */
    static Speaker speaker(ByteView bytes) {
        if (!sound(bytes, OPTIONS.get())) {
            return Speaker.NOBODY;
        }
        int code = bytes.u8(1);
        if (code == 0) {
            return bytes.u8(0) >> 4 == 4 + CONFIRMABLE ? Speaker.CLIENT : Speaker.NOBODY;
        }
        return CoapNames.request(code) ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** Elsewhere only a request that names what it is for, or an answer that says what it brings. */
    static Speaker strictSpeaker(ByteView bytes) {
        Speaker speaker = speaker(bytes);
        CoapOptions options = OPTIONS.get();
        return switch (speaker) {
            case CLIENT -> bytes.u8(1) != 0 && options.addressed() ? speaker : Speaker.NOBODY;
            case SERVER ->
                acknowledges(bytes) && options.count() > 0 && tokenLength(bytes) > 0 ? speaker : Speaker.NOBODY;
            default -> speaker;
        };
    }

    private static boolean acknowledges(ByteView bytes) {
        return (bytes.u8(0) >> 4 & 3) == ACKNOWLEDGEMENT;
    }
}
