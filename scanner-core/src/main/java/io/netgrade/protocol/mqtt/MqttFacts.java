// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mqtt;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an MQTT broker, and the checks of it. */
public final class MqttFacts {
    public static final FactType CONNECTION = FactType.of(
                    "mqtt.connection", "A connection that the broker took or turned away (MQTT 5.0 §3.1, §3.2).")
            .text("version", "3.1, 3.1.1 or 5")
            .text(
                    "credentials",
                    "none, user-name, plaintext-password, or enhanced where an authentication method is named")
            .flag("accepted", "whether CONNACK said success")
            .number("code", "the return or reason code of CONNACK");

    public static final FactType ANONYMOUS = FactType.of(
                    "mqtt.anonymous", "Whether the broker takes clients that give no credentials.")
            .flag(
                    "accepted",
                    "whether a CONNECT without user name and password was answered with success, or turned away for want"
                            + " of them");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("mqtt.anonymous", "Whether a client without credentials is taken.", ANONYMOUS, "accepted"),
            FieldCheck.of(
                            "mqtt.credentials-in-clear",
                            "The credentials that cross the wire in clear.",
                            CONNECTION,
                            "credentials")
                    .inClear(),
            FieldCheck.of("mqtt.version", "The versions of MQTT that the broker takes.", CONNECTION, "version"));

    private MqttFacts() {}
}
