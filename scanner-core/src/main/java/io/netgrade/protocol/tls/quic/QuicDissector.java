// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.tls.TlsCarrier;
import io.netgrade.protocol.tls.TlsHandshake;
import io.netgrade.protocol.tls.TlsMessage;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads both hellos of a connection that others had, out of Initial packets. */
final class QuicDissector implements Dissector {
    /** Datagrams that show nothing, after which nothing more is expected. */
    private static final int PATIENCE = 32;

    private static final int ALERT = 21;
    private static final byte FATAL = 2;

    private final TlsHandshake handshake = new TlsHandshake(QuicFacts.WORDS, TlsCarrier.QUIC);
    private final QuicInitials initials = new QuicInitials();
    private final QuicCryptoStream client = new QuicCryptoStream();
    private final QuicCryptoStream server = new QuicCryptoStream();
    private final QuicPacket packet = new QuicPacket();
    private int clientVersion;
    private int serverVersion;
    private int shownNothing;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView datagram = bytes.unread();
        boolean shows = datagram.length() > 0
                && (packet.read(datagram, 0) ? packets(direction, datagram, sink) : google(direction, datagram, sink));
        shownNothing += shows ? 0 : 1;
        bytes.consumeAll();
        return handshake.isOver() || shownNothing > PATIENCE ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }

    /** Several packets may share a datagram (RFC 9000 §12.2). */
    private boolean packets(Direction direction, ByteView datagram, ObservationSink sink) {
        boolean shows = false;
        boolean more = true;
        while (more) {
            shows |= one(direction, datagram, sink);
            more = packet.end() < datagram.length() && packet.read(datagram, packet.end());
        }
        return shows;
    }

    private boolean one(Direction direction, ByteView datagram, ObservationSink sink) {
        boolean fromServer = direction == Direction.FROM_SERVER;
        switch (packet.kind()) {
            case NEGOTIATION -> negotiation(datagram, sink);
            case RETRY -> sink.saw(QuicFacts.ADDRESS_CHECK.partial(true));
            case INITIAL -> {
                version(direction, sink);
                return initial(direction, datagram, sink);
            }
            case HANDSHAKE -> {
                if (fromServer) {
                    version(direction, sink);
                }
                return false;
            }
            case ZERO_RTT -> {
                return false;
            }
        }
        return fromServer;
    }

    private boolean initial(Direction direction, ByteView datagram, ObservationSink sink) {
        if (handshake.isOver(direction)) {
            return false;
        }
        Optional<byte[]> frames = initials.open(direction, datagram, packet);
        if (frames.isEmpty()) {
            return false;
        }
        if (direction == Direction.FROM_SERVER && !initials.hadToken()) {
            sink.saw(QuicFacts.ADDRESS_CHECK.partial(false));
        }
        QuicCryptoStream stream = direction == Direction.FROM_CLIENT ? client : server;
        OptionalInt alert = QuicFrames.read(frames.get(), stream);
        if (QuicVersion.isGoogle(packet.version())) {
            GoogleQuic.serverName(ByteView.of(frames.get())).ifPresent(name -> hello(name, sink));
        }
        for (Optional<TlsMessage> message = stream.next(); message.isPresent(); message = stream.next()) {
            handshake.take(direction, message.get(), sink);
        }
        if (alert.isPresent()) {
            byte[] body = {FATAL, (byte) alert.getAsInt()};
            handshake.take(direction, TlsMessage.record(ALERT, body), sink);
        }
        return true;
    }

    private void version(Direction direction, ObservationSink sink) {
        int number = packet.version();
        int said = direction == Direction.FROM_SERVER ? serverVersion : clientVersion;
        if (number == said || QuicVersion.isReserved(number)) {
            return;
        }
        if (direction == Direction.FROM_SERVER) {
            serverVersion = number;
        } else {
            clientVersion = number;
        }
        sink.saw(QuicFacts.WIRE_VERSIONS.partial(side(direction), List.of(QuicVersion.name(number))));
    }

    private void negotiation(ByteView datagram, ObservationSink sink) {
        versions(datagram, packet.numberAt(), sink);
    }

    private void versions(ByteView datagram, int from, ObservationSink sink) {
        List<String> names = new ArrayList<>();
        for (int at = from; at + 4 <= datagram.length(); at += 4) {
            int number = datagram.i32(at);
            if (!QuicVersion.isReserved(number)) {
                names.add(QuicVersion.name(number));
            }
        }
        sink.saw(QuicFacts.WIRE_VERSIONS.partial(side(Direction.FROM_SERVER), names));
    }

    /** A datagram without a long header of the IETF: Google's, or one that is ciphered whole. */
    private boolean google(Direction direction, ByteView datagram, ObservationSink sink) {
        if (direction == Direction.FROM_SERVER) {
            return googleServer(datagram, sink);
        }
        int version = GoogleQuic.version(datagram);
        if (version != 0) {
            clientVersion = version;
            sink.saw(QuicFacts.WIRE_VERSIONS.partial(side(direction), List.of(QuicVersion.name(version))));
        }
        Optional<String> name = GoogleQuic.serverName(datagram);
        name.ifPresent(asked -> hello(asked, sink));
        return version != 0 || name.isPresent();
    }

    private boolean googleServer(ByteView datagram, ObservationSink sink) {
        if (GoogleQuic.isNegotiation(datagram)) {
            versions(datagram, 9, sink);
            return true;
        }
        if (!QuicVersion.isGoogle(clientVersion) || serverVersion == clientVersion) {
            return false;
        }
        // Whoever does not list other versions goes on in the client's.
        serverVersion = clientVersion;
        sink.saw(
                QuicFacts.WIRE_VERSIONS.partial(side(Direction.FROM_SERVER), List.of(QuicVersion.name(clientVersion))));
        return true;
    }

    private static void hello(String name, ObservationSink sink) {
        sink.saw(QuicFacts.WORDS.nameAsked(name));
    }

    private static String side(Direction direction) {
        return direction == Direction.FROM_CLIENT ? "client" : "server";
    }
}
