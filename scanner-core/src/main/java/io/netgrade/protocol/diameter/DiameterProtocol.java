// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** Diameter over TCP and SCTP. */
public final class DiameterProtocol {
    private DiameterProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("diameter", "Diameter")
                .ports(Transport.TCP, 3868, 5868)
                .ports(Transport.SCTP, 3868, 5868)
                .begins(Transport.TCP, Octets.of(1))
                .begins(Transport.SCTP, Octets.of(1))
                .facts(
                        DiameterFacts.NODE,
                        DiameterFacts.PEER,
                        DiameterFacts.CAPABILITIES,
                        DiameterFacts.INBAND_SECURITY,
                        DiameterFacts.APPLICATIONS,
                        DiameterFacts.EXCHANGE,
                        DiameterFacts.CARRIAGE,
                        DiameterFacts.SUBSCRIBER_IDENTITY,
                        DiameterFacts.ROUTE_RECORD,
                        DiameterFacts.INTERNAL_ADDRESS,
                        CommonFacts.SOFTWARE)
                .checks(DiameterFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.UDP || opening.transport() == Transport.IP
                        ? Recognition.NO
                        : Speaker.recognition(opening, DiameterHeader::speaker))
                .readBy(DiameterProtocol::reader)
                .sends(
                        "Capabilities-Exchange-Request as the relay netgrade.invalid, then Disconnect-Peer-Request; over TCP,"
                                + " inside TLS and over SCTP. Nothing inside DTLS.")
                .asks(Transport.TCP, "diameter.capabilities", CapabilitiesExchange::with)
                .asks(Transport.SCTP, "diameter.capabilities", CapabilitiesExchange::with)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(
                opening.transport(), new DiameterReader(opening.carriage().payloadProtocol()));
    }
}
