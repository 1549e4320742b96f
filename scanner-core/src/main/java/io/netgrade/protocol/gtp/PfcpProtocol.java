// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** PFCP, between the control plane and the user plane of a core. */
public final class PfcpProtocol {
    private static final int PORT = 8805;

    private PfcpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("pfcp", "PFCP")
                .ports(Transport.UDP, PORT)
                .begins(Transport.UDP, Octets.where(PfcpMessage::begins))
                .facts(
                        PfcpFacts.MESSAGE,
                        PfcpFacts.HEARTBEAT,
                        PfcpFacts.ASSOCIATION,
                        PfcpFacts.SESSION,
                        PfcpFacts.NODE,
                        PfcpFacts.IDENTIFIERS,
                        PfcpFacts.SUBSCRIBER)
                .checks(PfcpFacts.CHECKS)
                .recognisedBy(PfcpProtocol::recognise)
                .readBy(PfcpProtocol::reader)
                .sends(
                        "One Heartbeat Request with a fixed start time. Not to be sent from the address of a node that is in"
                                + " service.")
                .asks(Transport.UDP, "pfcp.heartbeat", EchoQuestions::heartbeat)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.UDP, new PfcpReader());
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        ByteView first = opening.fromInitiator().length() > 0 ? opening.fromInitiator() : opening.fromResponder();
        return PfcpMessage.sound(first) ? Recognition.PEERS : Recognition.NO;
    }
}
