// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.util.List;

/** Says nothing, and waits for a service of unknown protocol to speak first. */
final class Listening implements Conversation {
    private final List<Protocol> protocols;
    private final Endpoint endpoint;
    private boolean heard;

    Listening(List<Protocol> protocols, Endpoint endpoint) {
        this.protocols = protocols;
        this.endpoint = endpoint;
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        heard = true;
        return speakers(protocols, endpoint, bytes.unread(), bytes.carriage()).isEmpty()
                ? Progress.CONTINUE
                : Progress.DONE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return heard;
    }

    /** The protocols whose servers open a connection so. */
    static List<Protocol> speakers(List<Protocol> protocols, Endpoint endpoint, ByteView said, Carriage below) {
        Opening opening = new Said(endpoint, said, new ByteView(), below);
        return protocols.stream()
                .filter(protocol -> speaks(protocol.recognize(opening)))
                .toList();
    }

    private static boolean speaks(Recognition recognition) {
        return recognition == Recognition.RESPONDER_SERVES
                || recognition == Recognition.SERVER_UNKNOWN
                || recognition == Recognition.PEERS;
    }

    private record Said(Endpoint endpoint, ByteView fromResponder, ByteView fromInitiator, Carriage carriage)
            implements Opening {
        @Override
        public Transport transport() {
            return endpoint.transport();
        }

        @Override
        public boolean initiatorKnown() {
            return true;
        }

        @Override
        public int initiatorPort() {
            return 0;
        }

        @Override
        public int responderPort() {
            return endpoint.port();
        }
    }
}
