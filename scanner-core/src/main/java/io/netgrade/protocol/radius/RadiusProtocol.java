// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** RADIUS over UDP, over TCP (RFC 6613), and inside TLS (RFC 6614). */
public final class RadiusProtocol {
    private RadiusProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("radius", "RADIUS")
                .ports(Transport.UDP, 1812, 1813, 1645, 1646, 3799)
                .ports(Transport.TCP, 1812, 1813, 2083, 3799)
                .facts(
                        RadiusFacts.SERVICE,
                        RadiusFacts.ACCESS_REQUEST,
                        RadiusFacts.ACCESS_ANSWER,
                        RadiusFacts.SUBSCRIBER_IDENTITY)
                .checks(RadiusFacts.CHECKS)
                .recognisedBy(RadiusProtocol::recognise)
                .readBy(opening -> new MessageDissector(
                        opening.transport(), new RadiusReader(opening.transport() == Transport.TCP)))
                .build();
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() == Transport.TCP) {
            return Speaker.recognition(opening, RadiusPacket::streamSpeaker);
        }
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        Recognition recognition = Speaker.recognition(opening, RadiusPacket::datagramSpeaker);
        boolean bare =
                recognition != Recognition.NO && (bare(opening.fromInitiator()) || bare(opening.fromResponder()));
        // A header alone, as an accounting answer is, has too few fixed bits to tell it from other bytes.
        return bare ? Recognition.BY_PORT : recognition;
    }

    private static boolean bare(ByteView said) {
        return said.length() == RadiusPacket.HEADER;
    }
}
