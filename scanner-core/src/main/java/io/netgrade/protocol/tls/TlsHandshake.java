// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import java.util.Arrays;
import java.util.Optional;

/**
 * What both sides of one handshake say in clear, message by message, whoever carries it; states the facts of it. Its
 * reader stops where {@link #isOver} says that nothing more can be learned.
 */
public final class TlsHandshake {
    private final TlsCarrier carrier;
    private final TlsSightings sightings;
    private final TlsFlight flight = new TlsFlight();
    private Optional<TlsClientHello> offer = Optional.empty();
    private boolean clientEnded;
    private boolean clientLost;
    private boolean serverLost;
    private boolean resumed;

    public TlsHandshake(TlsVocabulary words, TlsCarrier carrier) {
        this.carrier = carrier;
        this.sightings = new TlsSightings(words, carrier);
    }

    /**
     * Takes the next message of one side.
     *
     * @return whether it could be read; the reader ends where a server's could not
     */
    public boolean take(Direction direction, TlsMessage message, ObservationSink sink) {
        return direction == Direction.FROM_CLIENT ? fromClient(message, sink) : fromServer(message, sink);
    }

    /** A side's bytes are missing: nothing more can be read of it. */
    public void lose(Direction direction) {
        clientLost |= direction == Direction.FROM_CLIENT;
        serverLost |= direction == Direction.FROM_SERVER;
    }

    /** Whether the client's hello was read. */
    public boolean clientSpoke() {
        return offer.isPresent();
    }

    /** Whether the server's hello was read, be it one that asks for another ClientHello. */
    public boolean serverSpoke() {
        return flight.hello().isPresent();
    }

    /** Whether the server has asked for another ClientHello (TLS 1.3) and not answered it yet. */
    public boolean isRetried() {
        return flight.hello().filter(TlsServerHello::isRetry).isPresent();
    }

    /** The body of an extension that the client's last hello had; empty where it had none, or was not seen. */
    public Optional<byte[]> offered(int extension) {
        return offer.flatMap(hello -> TlsExtension.find(hello.extensions(), extension))
                .map(TlsExtension::body);
    }

    /** The body of an extension that the server's hello had. */
    public Optional<byte[]> answered(int extension) {
        return flight.hello()
                .flatMap(hello -> TlsExtension.find(hello.extensions(), extension))
                .map(TlsExtension::body);
    }

    /** The name of the version that the server chose; empty where its hello was not seen. */
    public Optional<String> version() {
        return flight.hello().map(TlsServerHello::version).map(TlsVersion::name);
    }

    /** Whether nothing more that a side says can be read. */
    public boolean isOver(Direction direction) {
        if (direction == Direction.FROM_SERVER) {
            return serverOver();
        }
        // Up to TLS 1.2 a client still has its certificate to show, or an alert for that of the server.
        boolean answered13 = offer.isPresent() && flight.isOf13() && !isRetried();
        return clientLost || clientEnded || answered13;
    }

    /** Whether nothing more can be learned. */
    public boolean isOver() {
        return clientOver() && serverOver();
    }

    private boolean clientOver() {
        boolean refused = flight.ended() && !flight.whole();
        return refused || isOver(Direction.FROM_CLIENT);
    }

    private boolean serverOver() {
        return serverLost || (flight.isOf13() && !isRetried()) || flight.ended();
    }

    private boolean fromClient(TlsMessage message, ObservationSink sink) {
        switch (message.content()) {
            case TlsRecord.HANDSHAKE -> clientHandshake(message, sink);
            case TlsRecord.ALERT -> {
                alert("client", message, sink);
                clientEnded = true;
            }
            default -> clientEnded |= !isRetried();
        }
        return true;
    }

    private void clientHandshake(TlsMessage message, ObservationSink sink) {
        if (message.type() == TlsMessage.CLIENT_HELLO) {
            Optional<TlsClientHello> hello = TlsClientHello.read(message.view(), carrier);
            hello.ifPresent(said -> sightings.state(said, sink));
            offer = hello.or(() -> offer);
        } else if (message.type() == TlsMessage.CLIENT_KEY_EXCHANGE) {
            clientEnded = true;
        } else if (message.type() == TlsMessage.CERTIFICATE) {
            sightings.clientChain(TlsFlight.certificates(message.view(), false), sink);
        }
    }

    private boolean fromServer(TlsMessage message, ObservationSink sink) {
        if (!flight.take(message)) {
            return false;
        }
        switch (message.content()) {
            case TlsRecord.HANDSHAKE -> state(message, sink);
            case TlsRecord.ALERT -> alert("server", message, sink);
            case TlsRecord.CHANGE_CIPHER_SPEC -> resumption(sink);
            default -> {
                // What is ciphered shows nothing.
            }
        }
        return true;
    }

    private void state(TlsMessage message, ObservationSink sink) {
        switch (message.type()) {
            case TlsMessage.SERVER_HELLO -> flight.hello().ifPresent(hello -> hello(hello, sink));
            case TlsMessage.CERTIFICATE -> sightings.chain(flight.chain(), sink);
            case TlsMessage.SERVER_KEY_EXCHANGE -> flight.keyExchange().ifPresent(said -> sightings.state(said, sink));
            case TlsMessage.SERVER_HELLO_DONE -> sightings.clientCertificate(flight.certificateRequested(), sink);
            default -> {
                // The other messages of a flight carry nothing that a fact holds.
            }
        }
    }

    private void hello(TlsServerHello hello, ObservationSink sink) {
        sightings.state(hello, sink);
        if (!flight.isOf13()) {
            offer.ifPresent(said -> sightings.state(hello, said, sink));
        } else if (hello.has(TlsExtension.PRE_SHARED_KEY)) {
            sightings.resumed("psk", sink);
        }
    }

    /** A server that ciphers right behind its hello takes the keys of an earlier session (RFC 5246 §7.3, RFC 5077 §3.1). */
    private void resumption(ObservationSink sink) {
        boolean abbreviated = !resumed
                && !flight.isOf13()
                && flight.chain().isEmpty()
                && flight.keyExchange().isEmpty()
                && !flight.whole();
        Optional<TlsServerHello> hello = flight.hello();
        if (abbreviated && hello.isPresent() && offer.isPresent()) {
            boolean sameSession = hello.get().session().length > 0
                    && Arrays.equals(hello.get().session(), offer.get().session());
            if (sameSession || offer.get().hasTicket()) {
                resumed = true;
                sightings.resumed(offer.get().hasTicket() ? "ticket" : "session-id", sink);
            }
        }
    }

    private void alert(String side, TlsMessage message, ObservationSink sink) {
        TlsAlert.read(message.body()).ifPresent(alert -> sightings.state(alert, side, sink));
    }

    /** What SSLv2 says in its own messages. */
    TlsSightings sightings() {
        return sightings;
    }
}
