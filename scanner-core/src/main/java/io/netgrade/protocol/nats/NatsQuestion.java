// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nats;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;

/** What a server is asked: nothing, as its INFO says what is to be known (NATS client protocol, INFO). Where INFO offers
 * TLS, TLS begins behind it without a word.
 */
final class NatsQuestion {
    private NatsQuestion() {}

    static Conversation info(Endpoint endpoint) {
        return Script.of(endpoint, NatsQuestion::reader)
                .hears(NatsQuestion::line)
                .build();
    }

    static Conversation startTls() {
        return new Upgrade();
    }

    static Dissector reader(Opening opening) {
        return new NatsDissector();
    }

    private static long line(ByteView unread) {
        boolean none = NatsProtocol.speaker(unread) == Speaker.NOBODY;
        return none ? MessageGrammar.BROKEN : TextAnswer.until(unread, line -> true);
    }

    private static final class Upgrade implements Conversation {
        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            long length = line(bytes.unread());
            if (length <= 0) {
                return length < 0 ? Progress.MALFORMED : Progress.CONTINUE;
            }
            String info = bytes.unread().ascii(0, (int) length);
            bytes.consume((int) length);
            return NatsDissector.offersTls(info) ? Progress.START_TLS : Progress.DONE;
        }
    }
}
