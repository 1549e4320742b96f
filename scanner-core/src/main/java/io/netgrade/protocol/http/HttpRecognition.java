// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** Tells HTTP/1.x by a request line (RFC 9112 §3) of one side or a status line (§4) of the other. */
final class HttpRecognition {
    private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    /** {@code HTTP/1.1 200} and the space or line end behind it. */
    private static final int STATUS_LENGTH = 13;

    private static final int LONGEST_METHOD = 24;
    /** A request line that runs on for so long without a fault is taken for one before its end is seen. */
    private static final int SURE_WITHOUT_END = 512;

    private static final int PART_OF_A_BODY = 64;

    private HttpRecognition() {}

    /** How sure the first bytes of one side are. */
    enum Start {
        BEGINS,
        NEED_MORE,
        NO
    }

    static Recognition of(Opening opening) {
        Recognition responder = side(opening.fromInitiator(), opening.fromResponder(), Recognition.RESPONDER_SERVES);
        if (responder == Recognition.RESPONDER_SERVES) {
            return refuted(opening) ? Recognition.NO : responder;
        }
        if (opening.initiatorKnown()) {
            return responder;
        }
        Recognition initiator = side(opening.fromResponder(), opening.fromInitiator(), Recognition.INITIATOR_SERVES);
        if (initiator == Recognition.INITIATOR_SERVES) {
            return initiator;
        }
        return mayBeAmidABody(opening) ? Recognition.NEED_MORE : initiator == Recognition.NO ? responder : initiator;
    }

    /**
     * Whether only one side was heard, and at length: it may be amid a body, and the other may yet begin a message. Few
     * bytes are rather a small message of something else, which is not kept waiting.
     */
    private static boolean mayBeAmidABody(Opening opening) {
        int first = opening.fromInitiator().length();
        int second = opening.fromResponder().length();
        return (first == 0 || second == 0) && first + second >= PART_OF_A_BODY;
    }

    /** Whether a whole connection's other side shows that only the client spoke HTTP, to something else. */
    private static boolean refuted(Opening opening) {
        return opening.initiatorKnown()
                && (status(opening.fromResponder()) == Start.NO
                        || (opening.fromInitiator().length() > 0 && request(opening.fromInitiator()) == Start.NO));
    }

    private static Recognition side(ByteView client, ByteView server, Recognition answer) {
        Start asked = request(client);
        Start answered = status(server);
        if (asked == Start.BEGINS || answered == Start.BEGINS) {
            return answer;
        }
        return asked == Start.NEED_MORE && answered == Start.NEED_MORE ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** Whether bytes of a server begin with a status line. */
    static Start status(ByteView bytes) {
        Start version = version(bytes, 0);
        if (version != Start.BEGINS) {
            return version;
        }
        int known = Math.min(bytes.length(), STATUS_LENGTH);
        for (int at = VERSION.length; at < known; at++) {
            if (!fitsStatus(at, bytes.u8(at))) {
                return Start.NO;
            }
        }
        return known == STATUS_LENGTH ? Start.BEGINS : Start.NEED_MORE;
    }

    private static boolean fitsStatus(int at, int value) {
        return switch (at) {
            case 8 -> value == ' ';
            case 9 -> value >= '1' && value <= '9';
            case 12 -> value == ' ' || value == '\r' || value == '\n';
            default -> value >= '0' && value <= '9';
        };
    }

    /** Whether bytes of a client begin with a request line. */
    static Start request(ByteView bytes) {
        int from = skipLineEnds(bytes);
        int method = bytes.indexOf(' ', from, from + LONGEST_METHOD);
        if (!isMethod(bytes, from, method < 0 ? Math.min(bytes.length(), from + LONGEST_METHOD) : method)) {
            return Start.NO;
        }
        if (method < 0) {
            return bytes.length() < from + LONGEST_METHOD ? Start.NEED_MORE : Start.NO;
        }
        return method == from ? Start.NO : target(bytes, method + 1);
    }

    private static Start target(ByteView bytes, int from) {
        for (int at = from; at < bytes.length(); at++) {
            int value = bytes.u8(at);
            if (value == ' ') {
                return at == from ? Start.NO : lineEnd(bytes, at + 1);
            }
            if (value < ' ' || value == 0x7F) {
                return Start.NO;
            }
        }
        boolean path = bytes.length() > from && bytes.u8(from) == '/';
        return path && bytes.length() - from > SURE_WITHOUT_END ? Start.BEGINS : Start.NEED_MORE;
    }

    private static Start lineEnd(ByteView bytes, int at) {
        Start version = version(bytes, at);
        int behind = at + VERSION.length + 1;
        if (version != Start.BEGINS || behind >= bytes.length()) {
            return version == Start.BEGINS ? Start.NEED_MORE : version;
        }
        int digit = bytes.u8(behind - 1);
        int end = bytes.u8(behind);
        return digit >= '0' && digit <= '9' && (end == '\r' || end == '\n') ? Start.BEGINS : Start.NO;
    }

    private static Start version(ByteView bytes, int at) {
        int known = Math.min(bytes.length() - at, VERSION.length);
        for (int i = 0; i < known; i++) {
            if (bytes.u8(at + i) != VERSION[i]) {
                return Start.NO;
            }
        }
        return known == VERSION.length ? Start.BEGINS : Start.NEED_MORE;
    }

    /** Methods in use are upper case, some with a dash or an underline ({@code M-SEARCH}, {@code BITS_POST}). */
    private static boolean isMethod(ByteView bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int value = bytes.u8(at);
            if ((value < 'A' || value > 'Z') && value != '-' && value != '_') {
                return false;
            }
        }
        return true;
    }

    /** A server should pass over an empty line before a request (RFC 9112 §2.2). */
    private static int skipLineEnds(ByteView bytes) {
        int at = 0;
        while (at < bytes.length() && at < 4 && (bytes.u8(at) == '\r' || bytes.u8(at) == '\n')) {
            at++;
        }
        return at;
    }
}
