// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;

/** Reads one connection between a web server and a container. */
final class AjpReader implements MessageGrammar {
    private static final int LONG_METHOD = 0xFF;
    private static final int CODED_NAME = 0xA0;
    private static final int NO_TEXT = 0xFFFF;
    private static final int ATTRIBUTE_NAMED = 0x0A;
    private static final int ATTRIBUTE_KEY_SIZE = 0x0B;
    private static final int ATTRIBUTE_SECRET = 0x0C;
    private static final int ATTRIBUTES_END = 0xFF;

    private boolean asked;
    private boolean secret;
    private boolean pinged;
    private boolean forwarded;

    @Override
    public long length(Direction direction, ByteView unread) {
        boolean client = direction == Direction.FROM_CLIENT;
        return AjpMessage.length(unread, client ? AjpMessage.TO_CONTAINER : AjpMessage.FROM_CONTAINER);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (message.length() == AjpMessage.HEADER) {
            return Progress.CONTINUE;
        }
        int type = message.u8(AjpMessage.HEADER);
        if (direction == Direction.FROM_SERVER) {
            return answer(type, message, sink);
        }
        if (type == AjpMessage.FORWARD_REQUEST && AjpMessage.speaker(message) == Speaker.CLIENT) {
            asked = true;
            secret = secret(ByteCursor.of(message));
        }
        return Progress.CONTINUE;
    }

    private Progress answer(int type, ByteView message, ObservationSink sink) {
        if (type == AjpMessage.PONG && !pinged) {
            pinged = true;
            sink.saw(AjpFacts.SERVICE.partial("ping"));
        }
        if (type == AjpMessage.SEND_HEADERS && message.length() >= AjpMessage.HEADER + 3) {
            if (!forwarded) {
                forwarded = true;
                sink.saw(AjpFacts.SERVICE.partial("request"));
            }
            if (asked) {
                asked = false;
                sink.saw(AjpFacts.REQUEST.partial(message.u16(AjpMessage.HEADER + 1), secret));
            }
        }
        return AjpMessage.answer(type) ? Progress.CONTINUE : Progress.MALFORMED;
    }

    /** Whether the attribute stands behind the request's fixed part and its fields. */
    private static boolean secret(ByteCursor request) {
        request.skip(AjpMessage.HEADER + 1);
        boolean longMethod = request.u8() == LONG_METHOD;
        for (int text = 0; text < 5; text++) {
            skipText(request);
            if (text == 4) {
                request.skip(2 + 1);
            }
        }
        int fields = request.u16();
        for (int field = 0; field < fields && request.remaining() > 0; field++) {
            skipName(request);
            skipText(request);
        }
        return !longMethod && attributes(request);
    }

    private static boolean attributes(ByteCursor request) {
        while (request.remaining() > 0) {
            int attribute = request.u8();
            if (attribute == ATTRIBUTE_SECRET || attribute == ATTRIBUTES_END) {
                return attribute == ATTRIBUTE_SECRET;
            }
            if (attribute == ATTRIBUTE_KEY_SIZE) {
                request.skip(2);
            } else {
                skipText(request);
                if (attribute == ATTRIBUTE_NAMED) {
                    skipText(request);
                }
            }
        }
        return false;
    }

    /** A length, so many bytes, and a zero. */
    private static void skipText(ByteCursor request) {
        int length = request.u16();
        request.skip(length == NO_TEXT ? 0 : length + 1L);
    }

    /** A field's name is a text, or two bytes that begin with A0. */
    private static void skipName(ByteCursor request) {
        int length = request.u16();
        if (length >> 8 != CODED_NAME) {
            request.skip(length + 1L);
        }
    }
}
