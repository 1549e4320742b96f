// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** PPTP: the control connection. */
public final class PptpProtocol {
    private PptpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("pptp", "PPTP")
                .ports(Transport.TCP, 1723)
                .begins(Transport.TCP, Octets.of(0))
                .facts(PptpFacts.SERVICE, CommonFacts.SOFTWARE)
                .checks(PptpFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(PptpProtocol::recognize)
                .readBy(opening -> new MessageDissector(opening.transport(), new PptpMessages()))
                .sends("Start-Control-Connection-Request, then Stop-Control-Connection-Request.")
                .asks(Transport.TCP, "pptp.control", PptpStart::to)
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, PptpMessages::speaker)
                : Recognition.NO;
    }
}
