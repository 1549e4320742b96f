// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Reads requests and answers; what was asked is stated again once it was answered, as the server then takes part. */
final class RadiusReader implements MessageGrammar {
    private static final int IDENTIFIERS = 256;

    private final boolean stream;
    private final @Nullable Fact[] asked = new Fact[IDENTIFIERS];

    RadiusReader(boolean stream) {
        this.stream = stream;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        long length = RadiusPacket.length(unread);
        return stream || length == unread.length() ? length : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView packet, ObservationSink sink) {
        int code = packet.u8(0);
        RadiusAttributes attributes = new RadiusAttributes();
        if (!attributes.read(packet)) {
            return !stream && RadiusPacket.begins(packet) ? Progress.CONTINUE : Progress.MALFORMED;
        }
        if (RadiusPacket.request(code) != (direction == Direction.FROM_CLIENT)) {
            // A server asks too: its dynamic authorization client may have the same port.
            return Progress.CONTINUE;
        }
        attributes.stateIdentities(sink);
        if (direction == Direction.FROM_CLIENT) {
            ask(code, packet.u8(1), attributes, sink);
        } else {
            answer(code, packet.u8(1), attributes, sink);
        }
        return Progress.CONTINUE;
    }

    private void ask(int code, int identifier, RadiusAttributes attributes, ObservationSink sink) {
        asked[identifier] = null;
        if (code == RadiusPacket.ACCESS_REQUEST) {
            Fact fact = RadiusFacts.ACCESS_REQUEST.partial(
                    attributes.authentication(), attributes.authenticated(), attributes.proxied());
            asked[identifier] = fact;
            sink.saw(fact);
        } else if (code == RadiusPacket.STATUS_SERVER) {
            asked[identifier] = RadiusFacts.SERVICE.partial("status", true);
        }
        sink.saw(RadiusFacts.SERVICE.partial(kind(code), false));
    }

    private void answer(int code, int identifier, RadiusAttributes attributes, ObservationSink sink) {
        Fact question = asked[identifier];
        boolean status = question != null && question.is(RadiusFacts.SERVICE);
        sink.saw(status ? question : RadiusFacts.SERVICE.partial(kind(code), true));
        asked[identifier] = null;
        if (question != null && !status) {
            sink.saw(question);
        }
        String kind = answerKind(code);
        if (!status && !kind.isEmpty()) {
            sink.saw(RadiusFacts.ACCESS_ANSWER.partial(kind, attributes.authenticated()));
        }
    }

    private static String kind(int code) {
        return switch (code) {
            case RadiusPacket.ACCOUNTING_REQUEST, RadiusPacket.ACCOUNTING_RESPONSE -> "accounting";
            case RadiusPacket.STATUS_SERVER -> "status";
            case 40, 41, 42, 43, 44, 45 -> "dynamic-authorization";
            default -> "authentication";
        };
    }

    private static String answerKind(int code) {
        return switch (code) {
            case RadiusPacket.ACCESS_ACCEPT -> "accept";
            case RadiusPacket.ACCESS_REJECT -> "reject";
            case RadiusPacket.ACCESS_CHALLENGE -> "challenge";
            default -> "";
        };
    }
}
