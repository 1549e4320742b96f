// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;

/** STUN and TURN over UDP and TCP, in clear and inside TLS or DTLS. */
public final class StunProtocol {
    private StunProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("stun", "STUN and TURN")
                .ports(Transport.UDP, 3478, 19302)
                .ports(Transport.TCP, 3478, 5349)
                .begins(Transport.UDP, StunMessage.DATAGRAMS)
                .begins(Transport.TCP, StunMessage.STREAMS)
                .facts(
                        StunFacts.SERVICE,
                        StunFacts.MAPPED_ADDRESS,
                        StunFacts.ALLOCATION,
                        StunFacts.INTEGRITY,
                        StunFacts.INTERNAL_ADDRESS,
                        CommonFacts.SOFTWARE)
                .checks(StunFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(StunProtocol::recognise)
                .readBy(StunProtocol::reader)
                .sends(
                        "A Binding request; an Allocate request without credentials for a relay reserved under a random token,"
                                + " so that nothing is allocated, and a Refresh with lifetime 0; each over UDP and TCP.")
                .asks(Transport.UDP, "stun.binding", StunQuestions::binding)
                .asks(Transport.UDP, "stun.allocation", StunQuestions::allocation)
                .asks(Transport.TCP, "stun.binding", StunQuestions::binding)
                .asks(Transport.TCP, "stun.allocation", StunQuestions::allocation)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new StunReader(opening.transport() == Transport.TCP));
    }

    private static Recognition recognise(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, StunMessage::streamSpeaker);
            case UDP -> Speaker.recognition(opening, StunMessage::datagramSpeaker);
            default -> Recognition.NO;
        };
    }
}
