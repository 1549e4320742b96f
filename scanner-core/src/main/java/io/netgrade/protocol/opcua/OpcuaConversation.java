// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/**
 * Hello, a secure channel of the policy None, GetEndpoints, CloseSecureChannel: what every client does to learn which
 * security there is, and every server answers without a session (OPC 10000-4 5.4.4).
 */
final class OpcuaConversation implements Conversation {
    private static final int CHANNEL = 8;
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int OPEN_ANSWER = 449;

    private enum Step {
        HELLO,
        OPEN,
        ENDPOINTS
    }

    private final Dissector reader = new MessageDissector(Transport.TCP, new OpcuaReader());
    private final String address;
    private Step step = Step.HELLO;
    private long channel;
    private long token;

    OpcuaConversation(Endpoint endpoint) {
        address = "opc.tcp://" + endpoint.authority();
    }

    @Override
    public void opened(Peer peer) {
        peer.send(OpcuaRequests.hello(address));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE && bytes.unread().length() > 0) {
            ByteView unread = bytes.unread();
            long length = OpcuaMessage.length(unread);
            if (length < 0 || length > LONGEST_ANSWER) {
                return step == Step.HELLO ? Progress.MALFORMED : Progress.DONE;
            }
            if (length == 0 || length > unread.length()) {
                return Progress.CONTINUE;
            }
            ByteView message = ByteView.of(unread.bytes(0, (int) length));
            reader.dissect(Direction.FROM_SERVER, bytes, whole(sink, message));
            progress = next(message, peer);
        }
        return progress;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return step != Step.HELLO;
    }

    private Progress next(ByteView message, Peer peer) {
        switch (step) {
            case HELLO -> {
                boolean here = OpcuaMessage.type(message) == OpcuaMessage.ACKNOWLEDGE;
                step = Step.OPEN;
                if (!here) {
                    // An error message is in the protocol, and ends the connection (OPC 10000-6 7.1.2.5).
                    return OpcuaMessage.isError(message) ? Progress.DONE : Progress.MALFORMED;
                }
                peer.send(OpcuaRequests.open());
                return Progress.CONTINUE;
            }
            case OPEN -> {
                step = Step.ENDPOINTS;
                if (!opened(message)) {
                    return Progress.DONE;
                }
                peer.send(OpcuaRequests.endpoints(channel, token, address));
                return Progress.CONTINUE;
            }
            case ENDPOINTS -> {
                if (message.u8(3) == 'C') {
                    return Progress.CONTINUE;
                }
                peer.send(OpcuaRequests.close(channel, token));
            }
        }
        return Progress.DONE;
    }

    /** Header, policy, certificate, thumbprint, sequence (8), type, answer's header, version, channel, token (5.5.2). */
    private boolean opened(ByteView message) {
        if (OpcuaMessage.type(message) != OpcuaMessage.OPEN) {
            return false;
        }
        OpcuaFields fields = new OpcuaFields(message, 12);
        fields.skipText();
        fields.skipText();
        fields.skipText();
        fields.skip(8);
        int type = fields.node();
        fields.skip(16);
        fields.skip(1);
        fields.skipTexts();
        fields.extension();
        fields.skip(4);
        channel = fields.i32() & 0xFFFF_FFFFL;
        token = fields.i32() & 0xFFFF_FFFFL;
        return fields.intact() && type == OPEN_ANSWER && channel == message.u32le(CHANNEL);
    }

    /** The list of endpoints is all there is where its one chunk was short enough to be read to its end. */
    private static ObservationSink whole(ObservationSink sink, ByteView message) {
        boolean all = message.length() <= OpcuaReader.OCTETS_READ && message.u8(3) == 'F';
        return (fact, excerpt) -> {
            boolean listed = all && fact.is(OpcuaFacts.ENDPOINT);
            sink.saw(listed ? new Fact(fact.type(), true, fact.value()) : fact, excerpt);
        };
    }
}
