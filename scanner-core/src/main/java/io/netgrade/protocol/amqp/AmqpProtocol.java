// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;

/** AMQP over TCP and TLS. */
public final class AmqpProtocol {
    private AmqpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("amqp", "AMQP")
                .ports(Transport.TCP, 5672)
                .begins(Transport.TCP, AmqpFrame.BEGINNINGS)
                .facts(AmqpFacts.MECHANISMS, AmqpFacts.LOGIN, CommonFacts.SOFTWARE)
                .checks(AmqpFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(AmqpProtocol::recognition)
                .readBy(AmqpQuestion::reader)
                .sends(
                        "The header of AMQP 0-9-1, then on a connection of its own that of SASL in AMQP 1.0; nobody is logged in.")
                .asks(Transport.TCP, "amqp.mechanisms", AmqpQuestion::classic)
                .asks(Transport.TCP, "amqp.mechanisms-1.0", AmqpQuestion::modern)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP ? Speaker.recognition(opening, AmqpFrame::speaker) : Recognition.NO;
    }
}
