// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests and answers; what was asked is stated again once it was answered, as the server then takes part. */
final class RadiusReader implements MessageGrammar {
    private static final int IDENTIFIERS = 256;
    private static final long SERVICE = 1L << 61;
    private static final long ANSWER = 1L << 60;

    private static final Asked STATUS = new Asked(RadiusFacts.SERVICE.partial("status", true), SERVICE);

    private final boolean stream;
    private final Said said = new Said();
    private final RadiusAttributes attributes = new RadiusAttributes();
    private final @Nullable Asked[] asked = new Asked[IDENTIFIERS];
    /** One fact for each kind of request, so that those to come need none of their own. */
    private final Map<String, Asked[]> requests = new HashMap<>();

    /** What a request says, and the number by which it is known whether that was stated. */
    private record Asked(Fact fact, long key) {}

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
        if (!attributes.read(packet)) {
            return !stream && RadiusPacket.begins(packet) ? Progress.CONTINUE : Progress.MALFORMED;
        }
        if (RadiusPacket.request(code) != (direction == Direction.FROM_CLIENT)) {
            // A server asks too: its dynamic authorization client may have the same port.
            return Progress.CONTINUE;
        }
        said.by(direction, sink);
        attributes.stateIdentities(said, sink);
        if (direction == Direction.FROM_CLIENT) {
            ask(code, packet.u8(1), sink);
        } else {
            answer(code, packet.u8(1), sink);
        }
        return Progress.CONTINUE;
    }

    private void ask(int code, int identifier, ObservationSink sink) {
        asked[identifier] = null;
        if (code == RadiusPacket.ACCESS_REQUEST) {
            Asked request = request();
            asked[identifier] = request;
            stateOnce(request, sink);
        } else if (code == RadiusPacket.STATUS_SERVER) {
            asked[identifier] = STATUS;
        }
        if (said.isNew(SERVICE | code)) {
            sink.saw(RadiusFacts.SERVICE.partial(kind(code), false));
        }
    }

    private Asked request() {
        Asked[] kinds = requests.computeIfAbsent(attributes.authentication(), name -> new Asked[4]);
        int kind = (attributes.authenticated() ? 1 : 0) | (attributes.proxied() ? 2 : 0);
        Asked known = kinds[kind];
        if (known == null) {
            known = new Asked(
                    RadiusFacts.ACCESS_REQUEST.partial(
                            attributes.authentication(), attributes.authenticated(), attributes.proxied()),
                    (long) attributes.authentication().hashCode() << 8 | kind);
            kinds[kind] = known;
        }
        return known;
    }

    private void stateOnce(Asked question, ObservationSink sink) {
        if (said.isNew(question.key())) {
            sink.saw(question.fact());
        }
    }

    private void answer(int code, int identifier, ObservationSink sink) {
        Asked question = asked[identifier];
        asked[identifier] = null;
        if (question != null) {
            stateOnce(question, sink);
        }
        boolean status = STATUS.equals(question);
        if (!status && said.isNew(SERVICE | code)) {
            sink.saw(RadiusFacts.SERVICE.partial(kind(code), true));
        }
        String kind = status ? "" : answerKind(code);
        if (!kind.isEmpty() && said.isNew(ANSWER | code << 1 | (attributes.authenticated() ? 1 : 0))) {
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
