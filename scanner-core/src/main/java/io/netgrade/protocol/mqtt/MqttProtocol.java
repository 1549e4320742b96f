// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mqtt;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** MQTT over TCP and TLS. */
public final class MqttProtocol {
    private MqttProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("mqtt", "MQTT")
                .ports(Transport.TCP, 1883)
                .begins(Transport.TCP, Octets.of(MqttPacket.CONNECT, MqttPacket.ANSWER))
                .facts(MqttFacts.CONNECTION, MqttFacts.ANONYMOUS)
                .checks(MqttFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(MqttProtocol::recognition)
                .readBy(MqttQuestion::reader)
                .sends(
                        "A CONNECT of a version that does not exist, which the broker refuses. With consent to anonymous log-ins, a"
                                + " CONNECT without name and password as well, and DISCONNECT.")
                .asks(Transport.TCP, "mqtt.version", MqttQuestion::version)
                .asks(Consent::anonymousLogIns, Transport.TCP, "mqtt.anonymous", MqttQuestion::anonymous)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        return Speaker.recognition(opening, MqttPacket::speaker);
    }
}
