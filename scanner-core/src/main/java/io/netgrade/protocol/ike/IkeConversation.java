// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One proposal, and what a responder makes of it: it chooses, refuses, wants another group (RFC 7296 §1.3) or a cookie (§2.6),
 * of which each is followed once. No secret is agreed on and nobody is authenticated; the responder forgets the half-open
 * association by itself, as there is no word by which to part from one. An answer is never much longer than the question.
 */
final class IkeConversation implements Conversation {
    private static final byte[] PREFIX = {'I', 'K', 'E', 'T', 'C', 'P'};
    private static final int NAT_TRAVERSAL = 4500;
    private static final int MARKER = 4;
    private static final int LENGTH = 2;
    private static final int NOTIFY = 41;
    private static final int INVALID_KEY_EXCHANGE = 17;
    private static final int COOKIE = 16390;
    private static final int LONGEST_COOKIE = 64;

    private final IkeOffer offer;
    private final boolean stream;
    private final boolean marked;
    private final SecureRandom random = new SecureRandom();
    private final long spi = random.nextLong(1, Long.MAX_VALUE);
    private final IkeReader reader = new IkeReader();
    private final Said said = new Said();
    private int group;
    private byte @Nullable [] cookie;
    private boolean answered;

    IkeConversation(IkeOffer offer, Endpoint endpoint) {
        this.offer = offer;
        this.group = offer.firstGroup();
        this.stream = endpoint.transport() == Transport.TCP;
        this.marked = stream || endpoint.port() == NAT_TRAVERSAL;
    }

    @Override
    public void opened(Peer peer) {
        if (stream) {
            peer.send(PREFIX);
        }
        ask(peer);
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        if (!stream) {
            return read(bytes.unread(), peer, sink);
        }
        ByteView unread = bytes.unread();
        if (unread.length() < LENGTH) {
            return Progress.CONTINUE;
        }
        int length = unread.u16(0);
        if (length < LENGTH + MARKER) {
            return Progress.MALFORMED;
        }
        if (unread.length() < length) {
            return Progress.CONTINUE;
        }
        ByteView packet = ByteView.of(unread.bytes(LENGTH, length - LENGTH));
        bytes.consume(length);
        return read(packet, peer, sink);
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return answered;
    }

    private void ask(Peer peer) {
        byte[] message = offer.version() == 1
                ? IkeRequest.first(spi, offer)
                : IkeRequest.second(
                        spi, offer, group, IkePublicValue.of(group, random).orElseThrow(), cookie);
        ByteWriter packet = new ByteWriter();
        if (stream) {
            packet.u16(LENGTH + MARKER + message.length);
        }
        peer.send(packet.zeros(marked ? MARKER : 0).bytes(message).written());
    }

    private Progress read(ByteView packet, Peer peer, ObservationSink sink) {
        int at = IkeMessage.at(packet);
        if (at == IkeMessage.NONE || packet.i64(at) != spi || asks(packet, at)) {
            return Progress.MALFORMED;
        }
        answered = true;
        said.by(Direction.FROM_SERVER, sink);
        reader.read(packet, said);
        if (!IkeMessage.isResponse(packet, at)) {
            // In version 1 a refusal is a message of its own, of which the header does not tell who says it.
            IkeReader.notifications(packet, at, said);
        }
        boolean again = offer.version() == 2 && (wantsCookie(packet, at) || wantsGroup(packet, at));
        if (again) {
            ask(peer);
        }
        return again ? Progress.CONTINUE : Progress.DONE;
    }

    private static boolean asks(ByteView packet, int at) {
        return IkeMessage.isSecond(packet, at) && !IkeMessage.isResponse(packet, at);
    }

    private boolean wantsCookie(ByteView packet, int at) {
        Optional<byte[]> wanted = notification(packet, at, COOKIE).filter(data -> data.length > 0);
        boolean fresh = cookie == null && wanted.isPresent() && wanted.get().length <= LONGEST_COOKIE;
        if (fresh) {
            cookie = wanted.get();
        }
        return fresh;
    }

    /** States the group that was chosen, and asks with it where that is possible, once. */
    private boolean wantsGroup(ByteView packet, int at) {
        Optional<byte[]> wanted = notification(packet, at, INVALID_KEY_EXCHANGE).filter(data -> data.length == 2);
        int number = wanted.map(data -> ByteView.of(data).u16(0)).orElse(0);
        boolean first = group == offer.firstGroup() && number != group && offer.offers(number);
        if (!first) {
            return false;
        }
        said.state(IkeFacts.CHOSEN.partial(
                "2", "ike-sa-init", null, null, null, IkeNames.of("group", number), number, null));
        if (IkePublicValue.of(number, random).isEmpty()) {
            return false;
        }
        group = number;
        return true;
    }

    /** The data of the first notification of a type: protocol(1) SPI's size(1) type(2) SPI data (RFC 7296 §3.10). */
    private static Optional<byte[]> notification(ByteView packet, int at, int type) {
        int payload = IkeMessage.payload(packet, at, NOTIFY, IkeMessage.NONE);
        while (payload != IkeMessage.NONE) {
            int length = packet.u16(payload + 2);
            int begin = IkeMessage.PAYLOAD_HEADER + 4;
            if (length >= begin && packet.u16(payload + begin - 2) == type) {
                int data = begin + packet.u8(payload + begin - 3);
                return data > length ? Optional.empty() : Optional.of(packet.bytes(payload + data, length - data));
            }
            payload = IkeMessage.payload(packet, at, NOTIFY, payload);
        }
        return Optional.empty();
    }
}
