// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/** Reads a handshake that others had over a stream, up to where it is ciphered. */
final class TlsDissector implements Dissector {
    /** How much a side may say, in bytes, while the other one is silent, before the other one is held for unseen. */
    private static final int MOST_WAITED = 64 * 1024;

    private final TlsFamily family;
    private final TlsStream client;
    private final TlsStream server;
    private final TlsHandshake handshake;
    private boolean clientInRecords;
    private boolean serverInRecords;
    private int waited;

    TlsDissector(TlsFamily family) {
        this.family = family;
        this.client = new TlsStream(family);
        this.server = new TlsStream(family);
        this.handshake = new TlsHandshake(family.words(), family.carrier());
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (handshake.isOver(direction)) {
            waited += bytes.unread().length();
            bytes.consumeAll();
            return waited > MOST_WAITED ? Progress.DONE : progress();
        }
        return direction == Direction.FROM_CLIENT ? fromClient(bytes, sink) : fromServer(bytes, sink);
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        handshake.lose(direction);
        return !handshake.isOver();
    }

    private Progress fromClient(Inbox bytes, ObservationSink sink) {
        if (!clientInRecords && isSsl2(bytes.unread())) {
            return ssl2FromClient(bytes, sink);
        }
        clientInRecords |= bytes.unread().length() > 0;
        while (!handshake.isOver(Direction.FROM_CLIENT)) {
            Optional<TlsMessage> message = client.next(bytes);
            if (message.isEmpty()) {
                return client.broken() ? brokenByClient() : progress();
            }
            handshake.take(Direction.FROM_CLIENT, message.get(), sink);
        }
        bytes.consumeAll();
        return progress();
    }

    private Progress brokenByClient() {
        handshake.lose(Direction.FROM_CLIENT);
        return handshake.clientSpoke() ? progress() : Progress.MALFORMED;
    }

    private Progress fromServer(Inbox bytes, ObservationSink sink) {
        if (!serverInRecords && isSsl2(bytes.unread())) {
            return ssl2FromServer(bytes, sink);
        }
        serverInRecords |= bytes.unread().length() > 0;
        while (!handshake.isOver(Direction.FROM_SERVER)) {
            Optional<TlsMessage> message = server.next(bytes);
            if (message.isEmpty()) {
                return server.broken() ? Progress.MALFORMED : progress();
            }
            if (!handshake.take(Direction.FROM_SERVER, message.get(), sink)) {
                return Progress.MALFORMED;
            }
            if (message.get().isHandshake(TlsMessage.SERVER_HELLO) && handshake.isRetried()) {
                client.stayInClear();
                server.stayInClear();
            }
        }
        bytes.consumeAll();
        return progress();
    }

    private boolean isSsl2(ByteView unread) {
        return family.isTls() && Ssl2.begins(unread);
    }

    private Progress ssl2FromClient(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int length = Ssl2.recordLength(unread);
        if (length == 0 || unread.length() < length) {
            return Progress.CONTINUE;
        }
        Optional<Ssl2.ClientHello> hello = Ssl2.ClientHello.read(unread);
        hello.ifPresent(said -> handshake.sightings().state(said, sink));
        handshake.lose(Direction.FROM_CLIENT);
        bytes.consume(length);
        return hello.isPresent() ? progress() : Progress.MALFORMED;
    }

    private Progress ssl2FromServer(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int length = Ssl2.recordLength(unread);
        if (length == 0 || unread.length() < length) {
            return Progress.CONTINUE;
        }
        Optional<Ssl2.ServerHello> hello = Ssl2.ServerHello.read(unread);
        hello.ifPresent(said -> handshake.sightings().state(said, sink));
        return hello.isPresent() ? Progress.DONE : Progress.MALFORMED;
    }

    private Progress progress() {
        return handshake.isOver() ? Progress.DONE : Progress.CONTINUE;
    }
}
