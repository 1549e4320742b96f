// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;
import java.util.Set;

/** RADIUS over UDP, over TCP (RFC 6613), and inside TLS (RFC 6614). */
public final class RadiusProtocol {
    private static final Set<Integer> UDP_PORTS = Set.of(1812, 1813, 1645, 1646, 3799);

    private RadiusProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("radius", "RADIUS")
                .ports(Transport.UDP, UDP_PORTS.toArray(new Integer[0]))
                .ports(Transport.TCP, 1812, 1813, 2083, 3799)
                .begins(Transport.UDP, Octets.where(RadiusPacket::known))
                .begins(Transport.TCP, Octets.where(RadiusPacket::known))
                .facts(
                        RadiusFacts.SERVICE,
                        RadiusFacts.ACCESS_REQUEST,
                        RadiusFacts.ACCESS_ANSWER,
                        RadiusFacts.SUBSCRIBER_IDENTITY)
                .checks(RadiusFacts.CHECKS)
                .recognisedBy(RadiusProtocol::recognise)
                .readBy(RadiusProtocol::reader)
                .sends(
                        "One Status-Server with a Message-Authenticator: inside TLS by the secret that RFC 6614 fixes, in clear"
                                + " by a random one, to which a server that checks it does not answer.")
                .asks(Transport.UDP, "radius.status", StatusServer::of)
                .asks(Transport.TCP, "radius.status", StatusServer::of)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new RadiusReader(opening.transport() == Transport.TCP));
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() == Transport.TCP) {
            return Speaker.recognition(opening, RadiusPacket::streamSpeaker);
        }
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        Recognition recognition = Speaker.recognition(opening, RadiusPacket::datagramSpeaker);
        if (recognition != Recognition.NO && Datagrams.of(opening).length() > RadiusPacket.HEADER) {
            return recognition;
        }
        // A header alone, as an accounting answer is, or before attributes that are damaged has too few fixed bits.
        boolean usual = UDP_PORTS.contains(opening.initiatorPort()) || UDP_PORTS.contains(opening.responderPort());
        return usual && RadiusPacket.begins(Datagrams.of(opening)) ? Recognition.BY_PORT : Recognition.NO;
    }
}
