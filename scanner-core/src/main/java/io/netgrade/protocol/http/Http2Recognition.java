// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** Tells HTTP/2 in clear by a client's preface (RFC 9113 section 3.4), or by the settings that a server begins with. */
final class Http2Recognition {
    private static final int SETTINGS = 4;
    private static final int SETTING = 6;
    private static final int MOST_SETTINGS = 16;
    private static final int HIGHEST_SETTING = 0x10;

    private Http2Recognition() {}

    static Recognition of(Opening opening) {
        Recognition first = sides(opening.fromInitiator(), opening.fromResponder(), Recognition.RESPONDER_SERVES);
        if (first == Recognition.RESPONDER_SERVES || opening.initiatorKnown()) {
            return first;
        }
        Recognition second = sides(opening.fromResponder(), opening.fromInitiator(), Recognition.INITIATOR_SERVES);
        return second == Recognition.NO ? first : second;
    }

    /** Whether the bytes are HTTP/2's and nothing else's. */
    static boolean sure(Opening opening) {
        Recognition said = of(opening);
        return said == Recognition.RESPONDER_SERVES || said == Recognition.INITIATOR_SERVES;
    }

    private static Recognition sides(ByteView client, ByteView server, Recognition yes) {
        if (!prefaceSoFar(client)) {
            return Recognition.NO;
        }
        boolean whole = client.length() >= Http2Dissector.PREFACE.length;
        if (whole) {
            return yes;
        }
        HttpRecognition.Start settings = settings(server);
        if (settings == HttpRecognition.Start.NO) {
            return Recognition.NO;
        }
        return settings == HttpRecognition.Start.BEGINS ? yes : Recognition.NEED_MORE;
    }

    private static boolean prefaceSoFar(ByteView client) {
        int known = Math.min(client.length(), Http2Dissector.PREFACE.length);
        for (int at = 0; at < known; at++) {
            if (client.u8(at) != Http2Dissector.PREFACE[at]) {
                return false;
            }
        }
        return true;
    }

    /** A frame of at least one setting, each with a number that is assigned. */
    private static HttpRecognition.Start settings(ByteView bytes) {
        if (bytes.length() == 0) {
            return HttpRecognition.Start.NEED_MORE;
        }
        if (bytes.length() < Http2Frames.HEADER) {
            return bytes.u8(0) == 0 ? HttpRecognition.Start.NEED_MORE : HttpRecognition.Start.NO;
        }
        int length = bytes.u24(0);
        boolean frame = bytes.i32(3) >>> 24 == SETTINGS
                && bytes.u8(4) == 0
                && bytes.i32(5) == 0
                && length > 0
                && length % SETTING == 0
                && length <= MOST_SETTINGS * SETTING;
        if (!frame) {
            return HttpRecognition.Start.NO;
        }
        for (int at = Http2Frames.HEADER;
                at < Math.min(bytes.length() - 1, Http2Frames.HEADER + length);
                at += SETTING) {
            if (bytes.u16(at) == 0 || bytes.u16(at) > HIGHEST_SETTING) {
                return HttpRecognition.Start.NO;
            }
        }
        boolean whole = bytes.length() >= Http2Frames.HEADER + length;
        return whole ? HttpRecognition.Start.BEGINS : HttpRecognition.Start.NEED_MORE;
    }
}
