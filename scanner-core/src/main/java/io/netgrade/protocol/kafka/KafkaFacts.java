// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kafka;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Kafka broker, and the checks of it. */
public final class KafkaFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "kafka.authentication", "Whether the broker wants a log-in on this listener.")
            .flag(
                    "required",
                    "true where it took up a SASL handshake, false where it answered a request that is not part of one"
                            + " without any log-in");

    public static final FactType REQUEST = FactType.of("kafka.request", "A request that the broker answered.")
            .text("api", "the request's name in kebab-case, or its key")
            .text(
                    "login",
                    "none where no login was before it in a connection seen from its beginning, sasl where one was,"
                            + " unknown where the beginning was not seen");

    public static final FactType MECHANISMS = FactType.of(
                    "kafka.mechanisms", "The SASL mechanisms that the broker has enabled (SaslHandshake).")
            .names("mechanisms", "names of the IANA registry, as written");

    public static final FactType LOGIN = FactType.of("kafka.login", "A login that was made (SaslAuthenticate).")
            .text("mechanism", "the SASL mechanism that the client took")
            .text("class", "plaintext-password for PLAIN, else other")
            .flag("accepted", "whether the broker took it");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("kafka.authentication", "Whether the broker wants a log-in.", AUTHENTICATION, "required"),
            FieldCheck.of("kafka.login", "Whether requests are answered without a login.", REQUEST, "login"),
            FieldCheck.of(
                    "kafka.mechanisms", "The SASL mechanisms that the broker has enabled.", MECHANISMS, "mechanisms"),
            FieldCheck.of("kafka.login-in-clear", "The classes of login that cross the wire in clear.", LOGIN, "class")
                    .inClear());

    private KafkaFacts() {}
}
