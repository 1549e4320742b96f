// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** LDP. */
public final class LdpProtocol {
    private static final int PORT = 646;

    private LdpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ldp", "LDP")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .begins(Transport.TCP, Octets.of(0))
                .begins(Transport.UDP, Octets.of(0))
                .facts(LdpFacts.SESSION, LdpFacts.HELLO, LdpFacts.ROUTER)
                .checks(LdpFacts.CHECKS)
                .recognisedBy(LdpProtocol::recognize)
                .readBy(LdpProtocol::reader)
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, LdpPdu::speaker);
            case UDP -> LdpPdu.isHello(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
            case IP, SCTP -> Recognition.NO;
        };
    }

    private static Dissector reader(Opening opening) {
        return opening.transport() == Transport.TCP ? new LdpSession() : Datagrams.readBy(LdpHello::read);
    }
}
