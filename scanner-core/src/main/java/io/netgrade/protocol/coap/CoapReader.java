// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/** States what the server answers, each once. A question for the resources is known again by its token. */
final class CoapReader implements MessageGrammar {
    private static final int CONTENT = 0x45;
    private static final int GET = 1;

    private final boolean stream;
    private final CoapOptions options = new CoapOptions();
    private final boolean[] stated = new boolean[256];
    private final boolean[] schemes = new boolean[2];
    private byte[] discoveryToken = {};
    private boolean discoveryAsked;

    CoapReader(boolean stream) {
        this.stream = stream;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (stream) {
            return CoapStream.length(unread);
        }
        return CoapMessage.sound(unread, options) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int code = stream ? CoapStream.code(message) : message.u8(1);
        int token = stream ? CoapStream.token(message) : CoapMessage.HEADER;
        int at = token + CoapMessage.tokenLength(message);
        boolean settings = stream && code >= CoapStream.SETTINGS;
        if (code == 0 || settings || at > message.length() || !options.read(message, at, message.length())) {
            return Progress.CONTINUE;
        }
        if (direction == Direction.FROM_CLIENT && code == GET && options.wellKnownCore()) {
            discoveryAsked = true;
            discoveryToken = message.bytes(token, at - token);
        } else if (direction == Direction.FROM_SERVER && CoapNames.response(code)) {
            answered(message, token, at, code, sink);
        }
        return Progress.CONTINUE;
    }

    private void answered(ByteView message, int token, int at, int code, ObservationSink sink) {
        if (!stated[code]) {
            stated[code] = true;
            sink.saw(CoapFacts.ANSWER.partial(CoapNames.category(code), CoapNames.text(code)));
        }
        int scheme = options.protectedEndToEnd() ? 1 : 0;
        if (!schemes[scheme]) {
            schemes[scheme] = true;
            sink.saw(CoapFacts.PROTECTION.partial(scheme == 1 ? "oscore" : "none"));
        }
        if (discoveryAsked && Arrays.equals(discoveryToken, message.bytes(token, at - token))) {
            discoveryAsked = false;
            sink.saw(CoapFacts.DISCOVERY.partial(code == CONTENT));
        }
    }
}
