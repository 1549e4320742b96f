// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kafka;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** Kafka over TCP and TLS. */
public final class KafkaProtocol {
    private KafkaProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("kafka", "Kafka")
                .ports(Transport.TCP, 9092)
                .begins(Transport.TCP, KafkaRequest.BEGINNINGS)
                .facts(KafkaFacts.AUTHENTICATION, KafkaFacts.REQUEST, KafkaFacts.MECHANISMS, KafkaFacts.LOGIN)
                .checks(KafkaFacts.CHECKS)
                .recognisedBy(KafkaProtocol::recognition)
                .readBy(KafkaQuestion::reader)
                .sends(
                        "ApiVersions and Metadata of no topic, then SaslHandshake on a connection of its own; nobody is logged in.")
                .asks(Transport.TCP, "kafka.metadata", KafkaQuestion::metadata)
                .asks(Transport.TCP, "kafka.mechanisms", KafkaQuestion::mechanisms)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean asks =
                opening.transport() == Transport.TCP && opening.fromInitiator().length() > 0;
        return asks ? Speaker.recognition(opening, KafkaRequest::speaker) : Recognition.NO;
    }
}
