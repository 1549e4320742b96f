// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.enip;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** EtherNet/IP over TCP and UDP. */
public final class EnipProtocol {
    private static final int PORT = 44_818;

    private EnipProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("enip", "EtherNet/IP")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .begins(Transport.TCP, EnipMessage.BEGINNINGS)
                .begins(Transport.UDP, EnipMessage.BEGINNINGS)
                .facts(EnipFacts.COMMAND, EnipFacts.IDENTITY, CommonFacts.SOFTWARE)
                .checks(EnipFacts.CHECKS)
                .recognisedBy(EnipProtocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new EnipReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        Recognition said = carried ? Speaker.recognition(opening, EnipMessage::speaker) : Recognition.NO;
        // Of a late capture the port tells which end is the device.
        boolean late = said == Recognition.SERVER_UNKNOWN && !opening.initiatorKnown();
        return late && opening.initiatorPort() == PORT ? Recognition.INITIATOR_SERVES : said;
    }
}
