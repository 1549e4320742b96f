// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** SMPP over TCP, in clear and inside TLS. */
public final class SmppProtocol {
    private SmppProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("smpp", "SMPP")
                .ports(Transport.TCP, 2775, 3550)
                .begins(Transport.TCP, Octets.of(0))
                .facts(
                        SmppFacts.SERVICE,
                        SmppFacts.BIND,
                        SmppFacts.CREDENTIALS,
                        SmppFacts.SUBSCRIBER_IDENTITY,
                        SmppFacts.MESSAGE)
                .checks(SmppFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, SmppPdu::speaker)
                        : Recognition.NO)
                .readBy(SmppProtocol::reader)
                .sends("One enquire_link, without a bind.")
                .asks(Transport.TCP, "smpp.enquire-link", EnquireLink::to)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new SmppReader());
    }
}
