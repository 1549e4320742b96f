// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import java.util.List;

/** RTP over UDP, and in frames over TCP (RFC 4571). */
public final class RtpProtocol {
    public static final FactType STREAM = FactType.of("rtp.stream", "A kind of media that a peer sends.")
            .number("payload-type", "0 to 127 (RFC 3551 §6)")
            .text("encoding", "the encoding of a static payload type, such as PCMA; absent for a dynamic one")
            .text(
                    "protection",
                    "none or srtp where packets of a constant bit rate tell it by their length; else unknown");

    private RtpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rtp", "RTP")
                .ports(Transport.UDP, 5004)
                .ports(Transport.TCP, 5004)
                .begins(Transport.UDP, RtpPacket.DATAGRAMS)
                .begins(Transport.TCP, RtpPacket.STREAMS)
                .facts(STREAM)
                .checks(List.of(FieldCheck.of(
                                "rtp.protection",
                                "Whether media is protected by SRTP, where lengths tell it.",
                                STREAM,
                                "protection")
                        .inClear()))
                .strength(Strength.SHAPE)
                .recognisedBy(RtpProtocol::recognise)
                .readBy(opening -> opening.transport() == Transport.TCP
                        ? new MessageDissector(opening.transport(), new RtpFrames())
                        : new RtpDissector())
                .build();
    }

    private static Recognition recognise(Opening opening) {
        return switch (opening.transport()) {
            case UDP -> Speaker.recognition(opening, RtpPacket::datagramSpeaker);
            case TCP -> Speaker.recognition(opening, RtpPacket::streamSpeaker);
            default -> Recognition.NO;
        };
    }
}
