// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.protocol.Direction;
import io.netgrade.wire.ByteView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the Initial packets of both sides of one connection. Their keys follow from the connection id that the client
 * chose at first, or took over from a Retry packet, and from the version, which a server may change (RFC 9368).
 */
final class QuicInitials {
    /** Packets that no key opens, after which none is tried any more. */
    private static final int MOST_FAILURES = 8;

    private byte @Nullable [] connectionId;
    private @Nullable QuicKeys client;
    private @Nullable QuicKeys server;
    private int clientVersion;
    private int serverVersion;
    private boolean token;
    private int failures;

    Optional<byte[]> open(Direction direction, ByteView datagram, QuicPacket packet) {
        Optional<QuicVersion> version = QuicVersion.of(packet.version());
        if (version.isEmpty() || failures > MOST_FAILURES) {
            return Optional.empty();
        }
        Optional<byte[]> clear = direction == Direction.FROM_CLIENT
                ? openClient(version.get(), datagram, packet)
                : openServer(version.get(), datagram, packet);
        failures += clear.isEmpty() ? 1 : 0;
        return clear;
    }

    /** Whether the client showed a token: it had proved its address before. */
    boolean hadToken() {
        return token;
    }

    private Optional<byte[]> openClient(QuicVersion version, ByteView datagram, QuicPacket packet) {
        QuicKeys known = client;
        Optional<byte[]> clear =
                known != null && clientVersion == packet.version() ? known.open(datagram, packet) : Optional.empty();
        if (clear.isEmpty()) {
            byte[] chosen = packet.destination(datagram);
            QuicKeys fresh = QuicKeys.ofClient(version, chosen);
            clear = fresh.open(datagram, packet);
            if (clear.isPresent()) {
                client = fresh;
                clientVersion = packet.version();
                server = null;
                connectionId = chosen;
            }
        }
        token |= clear.isPresent() && packet.tokenLength() > 0;
        return clear;
    }

    private Optional<byte[]> openServer(QuicVersion version, ByteView datagram, QuicPacket packet) {
        byte[] chosen = connectionId;
        if (chosen == null) {
            return Optional.empty();
        }
        QuicKeys known = server;
        if (known == null || serverVersion != packet.version()) {
            known = QuicKeys.ofServer(version, chosen);
            server = known;
            serverVersion = packet.version();
        }
        return known.open(datagram, packet);
    }
}
