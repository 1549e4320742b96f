// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.Set;

/** QUIC over UDP. */
public final class QuicProtocol {
    private static final Set<Integer> PORTS = Set.of(80, 443, 784, 853, 4433, 8443, 8853);

    private QuicProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("quic", "QUIC")
                .ports(Transport.UDP, PORTS.toArray(Integer[]::new))
                .begins(Transport.UDP, Octets.where(GoogleQuic::mayBegin).or(Octets.between(0x80, 0xFF)))
                .facts(QuicFacts.all())
                .checks(QuicFacts.checks())
                .strength(Strength.MAGIC)
                .recognisedBy(new Recogniser()::of)
                .readBy(opening -> new QuicDissector())
                .build();
    }

    /** Tells from one datagram whether it is QUIC and who serves. */
    private static final class Recogniser {
        private final ThreadLocal<QuicPacket> packets = ThreadLocal.withInitial(QuicPacket::new);

        Recognition of(Opening opening) {
            ByteView datagram = Datagrams.of(opening);
            if (opening.transport() != Transport.UDP || datagram.length() < 16) {
                return Recognition.NO;
            }
            if ((datagram.u8(0) & 0x80) != 0) {
                QuicPacket packet = packets.get();
                if (packet.read(datagram, 0)) {
                    return server(packet, opening);
                }
            }
            return google(datagram, opening);
        }

        private static Recognition server(QuicPacket packet, Opening opening) {
            return switch (packet.kind()) {
                case NEGOTIATION, RETRY -> Datagrams.senderServes(opening);
                case ZERO_RTT -> Datagrams.receiverServes(opening);
                case HANDSHAKE -> Recognition.SERVER_UNKNOWN;
                // Who is heard first is the client, unless the ports say that its hello was not captured.
                case INITIAL ->
                    PORTS.contains(Datagrams.sourcePort(opening)) && !PORTS.contains(Datagrams.destinationPort(opening))
                            ? Datagrams.senderServes(opening)
                            : Datagrams.receiverServes(opening);
            };
        }

        private static Recognition google(ByteView datagram, Opening opening) {
            if (GoogleQuic.isServers(datagram) || GoogleQuic.isNegotiation(datagram)) {
                return Datagrams.senderServes(opening);
            }
            boolean client = GoogleQuic.version(datagram) != 0 || GoogleQuic.isClients(datagram);
            return client ? Datagrams.receiverServes(opening) : Recognition.NO;
        }
    }
}
