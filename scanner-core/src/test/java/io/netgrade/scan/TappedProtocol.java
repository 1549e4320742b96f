// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.SpokenFlow.Message;
import io.netgrade.testing.SpokenFlow.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A protocol that also tells of every flow that it was given, what was said there. */
final class TappedProtocol implements ForwardedProtocol {
    private final Protocol protocol;
    private final Consumer<Tapped> tap;

    /** One flow of one protocol, as its reader was lent it; messages are added as they come. */
    record Tapped(Protocol protocol, Opened opened, List<Message> messages) {}

    TappedProtocol(Protocol protocol, Consumer<Tapped> tap) {
        this.protocol = protocol;
        this.tap = tap;
    }

    @Override
    public Dissector dissect(Opening opening) {
        Opened opened = new Opened(
                opening.transport(), opening.initiatorKnown(), opening.initiatorPort(), opening.responderPort());
        Tapped tapped = new Tapped(protocol, opened, new ArrayList<>());
        tap.accept(tapped);
        return new Tap(
                protocol.dissect(opening), tapped, opening.fromInitiator().bytes());
    }

    private static final class Tap implements Dissector {
        private final Dissector dissector;
        private final Tapped tapped;
        private final byte[] initiator;
        private final int[] left = new int[2];
        private boolean clientInitiated;
        private boolean holed;

        Tap(Dissector dissector, Tapped tapped, byte[] initiator) {
            this.dissector = dissector;
            this.tapped = tapped;
            this.initiator = initiator;
        }

        @Override
        public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
            int side = direction == Direction.FROM_CLIENT ? 0 : 1;
            int known = tapped.opened().transport() == Transport.TCP ? left[side] : 0;
            byte[] fresh = bytes.unread().bytes(known, bytes.unread().length() - known);
            boolean fromClient = direction == Direction.FROM_CLIENT;
            if (tapped.messages().isEmpty()) {
                clientInitiated = (initiator.length > 0 && begins(fresh)) == fromClient;
            }
            if (!holed && fresh.length > 0) {
                boolean sctp = tapped.opened().transport() == Transport.SCTP;
                long carriage = sctp
                        ? bytes.carriage().payloadProtocol()
                        : bytes.carriage().timeToLive();
                tapped.messages().add(new Message(fromClient == clientInitiated, (int) carriage & 0xFF, fresh));
            }
            Progress progress = dissector.dissect(direction, bytes, sink);
            left[side] = bytes.unread().length();
            return progress;
        }

        /** Whether bytes and what the initiator said first begin alike. */
        private boolean begins(byte[] fresh) {
            int common = Math.min(fresh.length, initiator.length);
            return java.util.Arrays.equals(fresh, 0, common, initiator, 0, common);
        }

        @Override
        public boolean readsCut() {
            return dissector.readsCut();
        }

        @Override
        public boolean undecided() {
            return dissector.undecided();
        }

        @Override
        public boolean missed(Direction direction, long bytes) {
            holed |= tapped.opened().transport() == Transport.TCP;
            return dissector.missed(direction, bytes);
        }
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return protocol.usualPorts(transport);
    }
}
