// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** Tells HTTP/2 in clear by a client's preface (RFC 9113 section 3.4), or by the settings that a server begins with. */
final class Http2Recognition {
    private static final int SETTINGS = 4;
    private static final int SETTING = 6;
    private static final int MOST_SETTINGS = 16;
    private static final int HIGHEST_SETTING = 0x10;
    private static final int HEADERS = 1;
    private static final int GOAWAY = 7;
    private static final int HIGHEST_TYPE = 9;
    /** The last stream and an error, with what else the server says of it behind. */
    private static final int SHORTEST_GOAWAY = 8;

    private static final int LONGEST_GOAWAY = 1024;
    private static final int HIGHEST_ERROR = 0xD;
    private static final int END_HEADERS = 0x4;
    private static final int PRIORITY = 0x20;
    /** END_STREAM, END_HEADERS and PRIORITY; nobody pads. */
    private static final int KNOWN_FLAGS = 0x25;

    private static final int SHORTEST_BLOCK = 8;

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
    static HttpRecognition.Start settings(ByteView bytes) {
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

    /**
     * A frame that a server says to a client that begins otherwise: its settings, or only GOAWAY with one of the errors of
     * RFC 9113 section 7 and no stream.
     */
    static HttpRecognition.Start servers(ByteView bytes) {
        HttpRecognition.Start settings = settings(bytes);
        if (settings != HttpRecognition.Start.NO || bytes.length() < Http2Frames.HEADER) {
            return settings;
        }
        boolean frame = bytes.u8(3) == GOAWAY
                && bytes.u8(4) == 0
                && bytes.i32(5) == 0
                && bytes.u24(0) >= SHORTEST_GOAWAY
                && bytes.u24(0) <= LONGEST_GOAWAY;
        int end = Http2Frames.HEADER + SHORTEST_GOAWAY;
        if (!frame || bytes.length() < end) {
            return frame ? HttpRecognition.Start.NEED_MORE : HttpRecognition.Start.NO;
        }
        boolean sound = bytes.i32(end - 8) == 0 && bytes.i32(end - 4) > 0 && bytes.i32(end - 4) <= HIGHEST_ERROR;
        return sound ? HttpRecognition.Start.BEGINS : HttpRecognition.Start.NO;
    }

    /** Tells a connection of which the beginning was not seen, by the header block that either side begins with. */
    static Recognition amid(Opening opening) {
        if (opening.initiatorKnown()) {
            return Recognition.NO;
        }
        Speaker initiator = amid(opening.fromInitiator());
        Speaker responder = amid(opening.fromResponder());
        if (initiator == Speaker.CLIENT || (initiator == Speaker.NOBODY && responder == Speaker.SERVER)) {
            return Recognition.RESPONDER_SERVES;
        }
        boolean reversed = initiator == Speaker.SERVER || responder == Speaker.CLIENT;
        return reversed ? Recognition.INITIATOR_SERVES : Recognition.NO;
    }

    /**
     * Who says bytes that begin with a whole frame of HEADERS: its flags and stream are sound, the bytes end with it or go on
     * with a frame, and its first field is a method or a status out of the static table (RFC 7541 appendix A).
     */
    static Speaker amid(ByteView bytes) {
        if (bytes.length() < Http2Frames.HEADER + 1 || bytes.u8(0) != 0 || bytes.u8(3) != HEADERS) {
            return Speaker.NOBODY;
        }
        int length = bytes.u24(0);
        int flags = bytes.u8(4);
        int end = Http2Frames.HEADER + length;
        boolean sound = (flags & ~KNOWN_FLAGS) == 0
                && (flags & END_HEADERS) != 0
                && bytes.i32(5) > 0
                && (bytes.i32(5) & 1) == 1
                && length > SHORTEST_BLOCK
                && end <= bytes.length();
        return sound && goesOn(bytes, end)
                ? first(bytes.u8(Http2Frames.HEADER + ((flags & PRIORITY) != 0 ? 5 : 0)))
                : Speaker.NOBODY;
    }

    private static boolean goesOn(ByteView bytes, int at) {
        if (bytes.length() - at < Http2Frames.HEADER) {
            return bytes.length() == at;
        }
        return bytes.u8(at) == 0 && bytes.u8(at + 3) <= HIGHEST_TYPE && bytes.i32(at + 5) >= 0;
    }

    /** As an index, or by a name's index with a value behind it, kept or not. */
    private static Speaker first(int value) {
        int index = (value & 0x80) != 0 ? value & 0x7F : (value & 0x40) != 0 ? value & 0x3F : value & 0xF;
        if (index == 2 || index == 3) {
            return Speaker.CLIENT;
        }
        boolean status = index == 8 || ((value & 0x80) != 0 && index > 8 && index <= 14);
        return status ? Speaker.SERVER : Speaker.NOBODY;
    }
}
