// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** Remote Desktop Protocol. */
public final class RdpProtocol {
    private RdpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rdp", "RDP")
                .ports(Transport.TCP, 3389)
                .ports(Transport.UDP, 3389)
                .begins(Transport.TCP, Octets.of(3))
                .facts(RdpFacts.SECURITY, RdpFacts.ENCRYPTION, RdpFacts.DATAGRAMS)
                .checks(RdpFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.UDP
                        ? Speaker.recognition(opening, RdpDatagram::speaker)
                        : RdpRecognition.of(opening))
                .readBy(opening -> opening.transport() == Transport.UDP
                        ? Datagrams.readBy(RdpDatagram::read)
                        : RdpQuestions.reader(opening))
                .sends(
                        "Three X.224 Connection Requests, each on a connection of its own: for TLS or CredSSP, for TLS alone, for"
                                + " standard RDP security. The first again before TLS is asked. Nothing over UDP.")
                .asks(Transport.TCP, "rdp.security", endpoint -> RdpQuestions.requesting(RdpQuestions.ANY, endpoint))
                .asks(Transport.TCP, "rdp.tls-alone", endpoint -> RdpQuestions.requesting(RdpQuestions.TLS, endpoint))
                .asks(
                        Transport.TCP,
                        "rdp.standard",
                        endpoint -> RdpQuestions.requesting(RdpQuestions.STANDARD, endpoint))
                .wholeTogether(fact ->
                        fact.is(RdpFacts.SECURITY) && fact.field("selected").isPresent())
                .startsTlsBy(RdpQuestions::startTls)
                .build();
    }
}
