// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/** What a connector is asked: CPing, which it answers with CPong (AJPv13 extensions). No request is forwarded. */
final class AjpQuestion {
    private static final byte[] PING = {0x12, 0x34, 0, 1, AjpMessage.PING};

    private AjpQuestion() {}

    static Conversation ping(Endpoint endpoint) {
        return Script.of(endpoint, AjpQuestion::reader)
                .says(PING, AjpQuestion::answer)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new AjpReader());
    }

    private static long answer(ByteView unread) {
        return switch (AjpMessage.speaker(unread)) {
            case SERVER -> AjpMessage.length(unread, AjpMessage.FROM_CONTAINER);
            case UNFINISHED -> MessageGrammar.UNKNOWN;
            default -> MessageGrammar.BROKEN;
        };
    }
}
