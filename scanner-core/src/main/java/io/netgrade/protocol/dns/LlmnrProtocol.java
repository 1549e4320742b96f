// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * Link-local multicast name resolution over UDP (RFC 4795). Its message is that of DNS: only its port tells it from that.
 * Nothing is asked: a host answers for its own name alone, which a probe does not know.
 */
public final class LlmnrProtocol {
    static final int PORT = 5355;

    private LlmnrProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("llmnr", "LLMNR")
                .ports(Transport.UDP, PORT)
                .facts(LinkFacts.LLMNR_ANSWER)
                .checks(LinkFacts.LLMNR_CHECKS)
                .recognisedBy(LlmnrProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new Reader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean usual = opening.initiatorPort() == PORT || opening.responderPort() == PORT;
        return usual && !DnsRecognition.usual(opening) && opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, LlmnrProtocol::speaker)
                : Recognition.NO;
    }

    private static Speaker speaker(ByteView bytes) {
        if (!LinkMessage.llmnr(bytes)) {
            return Speaker.NOBODY;
        }
        return LinkMessage.response(bytes) ? Speaker.SERVER : Speaker.CLIENT;
    }

    private static final class Reader implements MessageGrammar {
        private final Said said = new Said();

        @Override
        public long length(Direction direction, ByteView unread) {
            return LinkMessage.llmnr(unread) ? unread.length() : BROKEN;
        }

        @Override
        public Progress read(Direction direction, ByteView message, ObservationSink sink) {
            said.by(direction, sink);
            int code = message.u16(2) & 0x0F;
            if (direction == Direction.FROM_SERVER && LinkMessage.response(message) && said.isNew(code)) {
                said.state(LinkFacts.LLMNR_ANSWER.partial(code));
            }
            return Progress.CONTINUE;
        }
    }
}
