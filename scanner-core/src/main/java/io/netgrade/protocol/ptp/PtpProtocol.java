// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ptp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** PTP over UDP and Ethernet. */
public final class PtpProtocol {
    private PtpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ptp", "PTP")
                .ports(Transport.UDP, 319, 320)
                .begins(Transport.UDP, PtpMessage.BEGINNINGS)
                .ports(Transport.IP, 0x88F7)
                .facts(PtpFacts.MESSAGE, PtpFacts.AUTHENTICATION)
                .checks(PtpFacts.CHECKS)
                .recognisedBy(PtpProtocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new PtpReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean ethernet = opening.transport() == Transport.IP && opening.responderPort() == 0x88F7;
        return ethernet || opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, PtpMessage::speaker)
                : Recognition.NO;
    }
}
