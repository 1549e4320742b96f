// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/**
 * Tells RDP by what follows the X.224 connection request or confirm: a cookie or a negotiation. Without either the request
 * is X.224's alone, and only the port tells.
 */
final class RdpRecognition {
    static final int TPKT = 4;
    static final int X224 = 7;
    static final int REQUEST = 0xE0;
    static final int CONFIRM = 0xD0;
    static final int ASKS = 1;
    static final int TAKES = 2;
    static final int REFUSES = 3;
    static final int NEGOTIATION = 8;

    private static final int USUAL_PORT = 3389;
    private static final int LONGEST = 512;
    /** X.224 data, and the tag of MCS Connect-Initial. */
    private static final byte[] CONNECT = {0x02, (byte) 0xF0, (byte) 0x80, 0x7F, 0x65};

    private static final Words COOKIES = Words.of("cookie: ", "tsv://");

    private RdpRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        boolean bare = isBare(opening.fromInitiator(), REQUEST)
                && (opening.fromResponder().length() == 0 || isBare(opening.fromResponder(), CONFIRM));
        if (bare) {
            return opening.responderPort() == USUAL_PORT ? Recognition.BY_PORT : Recognition.NO;
        }
        return Speaker.recognition(opening, RdpRecognition::speaker);
    }

    /** A request or confirm without parameters, and behind it nothing yet, or the session's first request (T.125 7). */
    private static boolean isBare(ByteView bytes, int kind) {
        int head = TPKT + X224;
        boolean bare = bytes.length() >= head
                && bytes.u16(0) == 0x0300
                && bytes.u16(2) == head
                && bytes.u8(4) == X224 - 1
                && bytes.u8(5) == kind
                && bytes.u8(10) == 0;
        return bare && (bytes.length() == head || bytes.holds(head + TPKT, CONNECT) || kind == CONFIRM);
    }

    private static Speaker speaker(ByteView bytes) {
        if (bytes.u8(0) != 3 || (bytes.length() > 1 && bytes.u8(1) != 0)) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < TPKT + X224) {
            return Speaker.UNFINISHED;
        }
        int length = bytes.u16(2);
        int kind = bytes.u8(5);
        boolean head = length >= TPKT + X224
                && length <= LONGEST
                && bytes.u8(4) == length - TPKT - 1
                && (kind == REQUEST || kind == CONFIRM)
                && bytes.u8(10) == 0;
        if (!head || (kind == REQUEST && bytes.u16(6) != 0)) {
            return Speaker.NOBODY;
        }
        if (length == TPKT + X224) {
            return Speaker.UNFINISHED;
        }
        if (bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        return kind == REQUEST ? request(bytes, length) : confirm(bytes, length);
    }

    private static Speaker request(ByteView bytes, int length) {
        boolean asks = length == TPKT + X224 + NEGOTIATION && isNegotiation(bytes, TPKT + X224, ASKS);
        return asks || COOKIES.at(bytes, TPKT + X224) ? Speaker.CLIENT : Speaker.NOBODY;
    }

    private static Speaker confirm(ByteView bytes, int length) {
        boolean answers = isNegotiation(bytes, TPKT + X224, TAKES) || isNegotiation(bytes, TPKT + X224, REFUSES);
        return length == TPKT + X224 + NEGOTIATION && answers ? Speaker.SERVER : Speaker.NOBODY;
    }

    /** Type, flags, a length of eight in little-endian order, and a number. */
    static boolean isNegotiation(ByteView bytes, int at, int type) {
        return at >= 0
                && bytes.length() >= at + NEGOTIATION
                && bytes.u8(at) == type
                && bytes.u16le(at + 2) == NEGOTIATION
                && bytes.u32le(at + 4) <= 0xFF;
    }
}
