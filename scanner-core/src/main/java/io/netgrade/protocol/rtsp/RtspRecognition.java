// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** Tells RTSP by a request line (RFC 7826 section 20.1) of one side or a status line of the other. */
final class RtspRecognition {
    private static final byte[] VERSION = "RTSP/".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_METHOD = 16;
    private static final int LONGEST_LINE = 2048;
    /** {@code RTSP/1.0 200} and the space behind it. */
    private static final int STATUS_LENGTH = 13;

    private RtspRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition first = sides(opening.fromInitiator(), opening.fromResponder(), Recognition.RESPONDER_SERVES);
        if (first == Recognition.RESPONDER_SERVES || opening.initiatorKnown()) {
            return first;
        }
        Recognition second = sides(opening.fromResponder(), opening.fromInitiator(), Recognition.INITIATOR_SERVES);
        return second == Recognition.NO ? first : second;
    }

    private static Recognition sides(ByteView client, ByteView server, Recognition yes) {
        Recognition asked = request(client);
        Recognition answered = status(server);
        if (asked == Recognition.NO || answered == Recognition.NO) {
            return Recognition.NO;
        }
        boolean known = asked == Recognition.RESPONDER_SERVES || answered == Recognition.RESPONDER_SERVES;
        return known ? yes : Recognition.NEED_MORE;
    }

    private static Recognition status(ByteView bytes) {
        if (!versionAt(bytes, 0)) {
            return Recognition.NO;
        }
        int known = Math.min(bytes.length(), STATUS_LENGTH);
        for (int at = VERSION.length + 3; at < known; at++) {
            boolean space = at == VERSION.length + 3 || at == STATUS_LENGTH - 1;
            boolean fits = space ? bytes.u8(at) == ' ' : digit(bytes.u8(at));
            if (!fits) {
                return Recognition.NO;
            }
        }
        return known == STATUS_LENGTH ? Recognition.RESPONDER_SERVES : Recognition.NEED_MORE;
    }

    private static Recognition request(ByteView bytes) {
        int method = bytes.indexOf(' ', 0, LONGEST_METHOD);
        int letters = method < 0 ? Math.min(bytes.length(), LONGEST_METHOD) : method;
        for (int at = 0; at < letters; at++) {
            if ((bytes.u8(at) < 'A' || bytes.u8(at) > 'Z') && bytes.u8(at) != '_') {
                return Recognition.NO;
            }
        }
        if (method < 0) {
            return bytes.length() < LONGEST_METHOD ? Recognition.NEED_MORE : Recognition.NO;
        }
        int target = bytes.indexOf(' ', method + 1, method + LONGEST_LINE);
        if (target < 0) {
            return bytes.length() < LONGEST_LINE && printable(bytes, method + 1)
                    ? Recognition.NEED_MORE
                    : Recognition.NO;
        }
        if (method == 0 || target == method + 1 || !versionAt(bytes, target + 1)) {
            return Recognition.NO;
        }
        int end = target + 1 + VERSION.length + 3;
        if (bytes.length() <= end) {
            return Recognition.NEED_MORE;
        }
        return bytes.u8(end) == '\r' || bytes.u8(end) == '\n' ? Recognition.RESPONDER_SERVES : Recognition.NO;
    }

    private static boolean printable(ByteView bytes, int from) {
        for (int at = from; at < bytes.length(); at++) {
            if (bytes.u8(at) <= ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code RTSP/1.0}, or as much of it as is there, stands at a place. */
    private static boolean versionAt(ByteView bytes, int from) {
        int known = Math.min(bytes.length() - from, VERSION.length + 3);
        for (int i = 0; i < known; i++) {
            int value = bytes.u8(from + i);
            boolean fits =
                    i < VERSION.length ? value == VERSION[i] : i == VERSION.length + 1 ? value == '.' : digit(value);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(int value) {
        return value >= '0' && value <= '9';
    }
}
