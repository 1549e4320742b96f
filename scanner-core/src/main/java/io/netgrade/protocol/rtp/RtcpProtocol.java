// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;
import java.util.List;

/** RTCP over UDP, clear and as SRTCP. */
public final class RtcpProtocol {
    public static final FactType REPORT = FactType.of("rtcp.report", "A kind of control packet that a peer sends.")
            .names(
                    "packets",
                    "sender-report, receiver-report, source-description, bye, app, feedback … in one datagram")
            .text("protection", "srtcp where an index and a tag end the datagram (RFC 3711 §3.4), else none");

    public static final FactType CANONICAL_NAME = FactType.of(
                    "rtcp.canonical-name", "What a source's CNAME shows in clear (RFC 7022); never its value.")
            .text("form", "user-at-host, address or opaque");

    private RtcpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rtcp", "RTCP")
                .ports(Transport.UDP, 5005)
                .begins(Transport.UDP, Octets.between(0x80, 0xBF))
                .facts(REPORT, CANONICAL_NAME)
                .checks(List.of(
                        FieldCheck.of(
                                        "rtcp.protection",
                                        "Whether control packets of media are protected by SRTCP.",
                                        REPORT,
                                        "protection")
                                .inClear(),
                        FieldCheck.of(
                                        "rtcp.canonical-name",
                                        "What canonical names show of users and hosts in clear.",
                                        CANONICAL_NAME,
                                        "form")
                                .inClear()))
                .recognisedBy(opening -> opening.transport() == Transport.UDP
                        ? Speaker.recognition(opening, RtcpPacket::speaker)
                        : Recognition.NO)
                .readBy(opening -> new RtcpDissector())
                .build();
    }
}
