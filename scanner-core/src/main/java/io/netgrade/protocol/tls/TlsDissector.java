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

/** Reads a handshake that others had, up to where it is ciphered. */
final class TlsDissector implements Dissector {
    private final TlsStream client = new TlsStream();
    private final TlsStream server = new TlsStream();
    private final TlsFlight flight = new TlsFlight();
    private boolean clientSpoke;
    private boolean clientLost;
    private boolean serverLost;
    private boolean clientInRecords;
    private boolean serverInRecords;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        return direction == Direction.FROM_CLIENT ? fromClient(bytes, sink) : fromServer(bytes, sink);
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        if (direction == Direction.FROM_CLIENT) {
            clientLost = true;
            return !serverDone();
        }
        serverLost = true;
        return !clientDone();
    }

    private Progress fromClient(Inbox bytes, ObservationSink sink) {
        if (clientLost) {
            bytes.consumeAll();
            return progress();
        }
        if (!clientInRecords && Ssl2.begins(bytes.unread())) {
            return ssl2FromClient(bytes, sink);
        }
        clientInRecords |= bytes.unread().length() > 0;
        Optional<TlsMessage> message = client.next(bytes);
        while (message.isPresent()) {
            if (message.get().isHandshake(TlsMessage.CLIENT_HELLO)) {
                Optional<TlsClientHello> hello =
                        TlsClientHello.read(message.get().view());
                hello.ifPresent(said -> TlsSightings.state(said, sink));
                clientSpoke |= hello.isPresent();
            }
            message = client.next(bytes);
        }
        clientLost |= client.broken();
        return client.broken() && !clientSpoke ? Progress.MALFORMED : progress();
    }

    private Progress fromServer(Inbox bytes, ObservationSink sink) {
        if (serverLost) {
            bytes.consumeAll();
            return progress();
        }
        if (!serverInRecords && Ssl2.begins(bytes.unread())) {
            return ssl2FromServer(bytes, sink);
        }
        serverInRecords |= bytes.unread().length() > 0;
        while (!serverDone()) {
            Optional<TlsMessage> message = server.next(bytes);
            if (message.isEmpty()) {
                return server.broken() ? Progress.MALFORMED : progress();
            }
            if (!flight.take(message.get())) {
                return Progress.MALFORMED;
            }
            state(message.get(), sink);
        }
        return progress();
    }

    private void state(TlsMessage message, ObservationSink sink) {
        TlsSightings.state(message, flight, sink);
        if (message.isHandshake(TlsMessage.SERVER_HELLO) && isRetry()) {
            client.stayInClear();
            server.stayInClear();
        }
    }

    private Progress ssl2FromClient(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int length = Ssl2.recordLength(unread);
        if (length == 0 || unread.length() < length) {
            return Progress.CONTINUE;
        }
        Optional<Ssl2.ClientHello> hello = Ssl2.ClientHello.read(unread);
        hello.ifPresent(said -> TlsSightings.state(said, sink));
        clientSpoke = true;
        clientLost = true;
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
        hello.ifPresent(said -> TlsSightings.state(said, sink));
        return hello.isPresent() ? Progress.DONE : Progress.MALFORMED;
    }

    private Progress progress() {
        return serverDone() && clientDone() ? Progress.DONE : Progress.CONTINUE;
    }

    private boolean clientDone() {
        return clientSpoke || clientLost || serverSaidData();
    }

    private boolean serverDone() {
        boolean ciphered = flight.hello()
                .filter(hello -> !hello.isRetry())
                .filter(hello -> TlsVersion.hasHandshakeOf13(hello.version()))
                .isPresent();
        return serverLost || ciphered || flight.ended();
    }

    private boolean serverSaidData() {
        return flight.ended() && !flight.whole();
    }

    private boolean isRetry() {
        return flight.hello().filter(TlsServerHello::isRetry).isPresent();
    }
}
