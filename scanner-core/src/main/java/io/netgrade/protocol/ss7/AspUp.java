// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;

/**
 * Asks a signalling gateway whether it lets a process in that it does not know: ASP Up without an identifier (RFC 4666
 * §4.3.4.1; RFC 3331, RFC 3868 and RFC 4233 have the same), answered by ASP Up Ack or Error. A process that is up and not
 * active is sent no traffic. One that was let in says ASP Down, and goes when that is acknowledged (§4.3.4.2).
 */
final class AspUp implements Conversation {
    static final int UP = 0x0301;
    static final int DOWN = 0x0302;
    private static final int UP_ACK = 0x0304;
    private static final int DOWN_ACK = 0x0305;
    private static final int ERROR = 0x0000;
    /** Notifications and whatever else comes beside the answers. */
    private static final int MOST_MESSAGES = 16;

    private final Layer layer;
    private final Dissector reader;
    private int messages;

    private AspUp(Layer layer, LayerFacts facts) {
        this.layer = layer;
        this.reader = new MessageDissector(Transport.SCTP, new LayerReader(layer, facts));
    }

    static Conversation of(Layer layer, LayerFacts facts, Endpoint endpoint) {
        if (endpoint.transport() != Transport.SCTP) {
            throw new IllegalArgumentException(endpoint + ": asked over SCTP alone");
        }
        return new AspUp(layer, facts);
    }

    @Override
    public long payloadProtocol() {
        return layer.payloadProtocol();
    }

    @Override
    public void opened(Peer peer) {
        peer.send(message(UP));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView message = bytes.unread();
        Speaker speaker = LayerMessage.speaker(layer, message, false);
        if (speaker != Speaker.SERVER && speaker != Speaker.EITHER) {
            return Progress.MALFORMED;
        }
        int kind = LayerMessage.kind(message);
        if (reader.dissect(Direction.FROM_SERVER, bytes, sink) == Progress.MALFORMED) {
            return Progress.MALFORMED;
        }
        messages++;
        if (kind == UP_ACK) {
            peer.send(message(DOWN));
        }
        boolean over = kind == DOWN_ACK || kind == ERROR || messages == MOST_MESSAGES;
        return over ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return messages > 0;
    }

    /** Version 1, class and type, and no parameter (RFC 4666 §3.1). */
    private static byte[] message(int kind) {
        return new ByteWriter().u16(0x0100).u16(kind).u32(LayerMessage.HEADER).written();
    }
}
