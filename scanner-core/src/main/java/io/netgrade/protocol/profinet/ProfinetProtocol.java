// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.profinet;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** PROFINET over Ethernet. */
public final class ProfinetProtocol {
    private static final int ETHER_TYPE = 0x8892;

    private ProfinetProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("profinet", "PROFINET")
                .ports(Transport.IP, ETHER_TYPE)
                .facts(ProfinetFacts.FRAME, ProfinetFacts.STATION, CommonFacts.SOFTWARE)
                .checks(ProfinetFacts.CHECKS)
                .recognisedBy(ProfinetProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.IP, new ProfinetReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.responderPort() == ETHER_TYPE;
        return carried ? Speaker.recognition(opening, ProfinetFrame::speaker) : Recognition.NO;
    }
}
