// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * <pre>
 * magic 1234 to the container, "AB" from it : 16 | length : 16 | type : 8 | …
 * </pre>
 *
 * A request's further bytes of body have no type.
 */
final class AjpMessage {
    static final int HEADER = 4;

    static final int TO_CONTAINER = 0x1234;
    static final int FROM_CONTAINER = 0x4142;
    static final int FORWARD_REQUEST = 2;
    static final int PING = 10;
    static final int SEND_HEADERS = 4;
    static final int PONG = 9;

    /** The largest packet that connectors can be set to. */
    private static final int LARGEST = 65_536;

    private static final int LOWEST_ANSWER = 3;
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 599;
    /** Methods are coded 1 to 27, or 255 for one that is written out. */
    private static final int LAST_METHOD = 27;

    private AjpMessage() {}

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER + 1) {
            return begins(bytes) ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int magic = bytes.u16(0);
        int length = bytes.u16(2);
        if (magic == TO_CONTAINER && length > 0) {
            return asks(bytes, length);
        }
        return magic == FROM_CONTAINER && length > 0 ? answers(bytes, length) : Speaker.NOBODY;
    }

    private static boolean begins(ByteView bytes) {
        return bytes.u8(0) == 0x12
                ? bytes.length() < 2 || bytes.u8(1) == 0x34
                : bytes.u8(0) == 'A' && (bytes.length() < 2 || bytes.u8(1) == 'B');
    }

    private static Speaker asks(ByteView bytes, int length) {
        if (bytes.u8(HEADER) == PING) {
            return length == 1 ? Speaker.CLIENT : Speaker.NOBODY;
        }
        if (bytes.u8(HEADER) != FORWARD_REQUEST || length < 16) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER + 6) {
            return Speaker.UNFINISHED;
        }
        int method = bytes.u8(HEADER + 1);
        int protocol = bytes.u16(HEADER + 2);
        boolean known = method > 0 && (method <= LAST_METHOD || method == 0xFF);
        boolean http = protocol >= 6 && protocol <= 8 && bytes.u8(HEADER + 4) == 'H' && bytes.u8(HEADER + 5) == 'T';
        return known && http ? Speaker.CLIENT : Speaker.NOBODY;
    }

    private static Speaker answers(ByteView bytes, int length) {
        int type = bytes.u8(HEADER);
        if (type == PONG) {
            return length == 1 ? Speaker.SERVER : Speaker.NOBODY;
        }
        if (type != SEND_HEADERS || length < 6) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER + 3) {
            return Speaker.UNFINISHED;
        }
        int status = bytes.u16(HEADER + 1);
        return status >= LOWEST_STATUS && status <= HIGHEST_STATUS ? Speaker.SERVER : Speaker.NOBODY;
    }

    /** Bytes of the whole message, as {@link MessageGrammar#length}. */
    static long length(ByteView bytes, int magic) {
        if (bytes.length() < HEADER) {
            return MessageGrammar.UNKNOWN;
        }
        int length = HEADER + bytes.u16(2);
        return bytes.u16(0) == magic && length <= LARGEST ? length : MessageGrammar.BROKEN;
    }

    /** Whether the type of an answer is one of the assigned. */
    static boolean answer(int type) {
        return type >= LOWEST_ANSWER && type <= PONG;
    }
}
