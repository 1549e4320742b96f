// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** One request and its answer. An answer to another request, which may be a late one, is passed over. */
final class SnmpQuestion implements Conversation {
    private final Transport transport;
    private final int version;
    private final int identifier;
    private final byte[] request;
    private final SnmpMessage message = new SnmpMessage();
    private final AnsweredFacts facts = new AnsweredFacts(true);

    private SnmpQuestion(Transport transport, int version, int identifier, byte[] request) {
        this.transport = transport;
        this.version = version;
        this.identifier = identifier;
        this.request = request;
    }

    static SnmpQuestion discovery(Transport transport, int identifier) {
        return new SnmpQuestion(transport, SnmpMessage.V3, identifier, SnmpRequest.discovery(identifier));
    }

    static SnmpQuestion systemDescription(Transport transport, int version, String community, int identifier) {
        byte[] request = SnmpRequest.systemDescription(version, community, identifier);
        return new SnmpQuestion(transport, version, identifier, request);
    }

    @Override
    public void opened(Peer peer) {
        peer.send(request.clone());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        while (bytes.unread().length() > 0) {
            ByteView unread = bytes.unread();
            int length = SnmpFrame.length(transport, unread);
            if (length == 0) {
                return Progress.CONTINUE;
            }
            if (length < 0 || !message.wrap(unread, 0, length)) {
                return Progress.MALFORMED;
            }
            boolean answered = answers();
            if (answered) {
                facts.state(message, sink);
            }
            bytes.consume(length);
            if (answered) {
                return Progress.DONE;
            }
        }
        return Progress.CONTINUE;
    }

    private boolean answers() {
        boolean reply = message.pdu() == SnmpMessage.RESPONSE || message.pdu() == SnmpMessage.REPORT;
        return reply && message.version() == version && message.identifier() == identifier;
    }
}
