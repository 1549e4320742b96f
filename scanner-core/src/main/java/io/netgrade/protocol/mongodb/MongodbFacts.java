// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a MongoDB server, and what can be asked of it. */
public final class MongodbFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "mongodb.authentication", "Whether the server wants a log-in before it answers a command on data.")
            .flag("required", "false where a client without a log-in was answered, true where it was refused");

    public static final FactType SERVICE = FactType.of("mongodb.service", "What the answer to hello says.")
            .number("wire-version", "the latest that the server speaks (maxWireVersion)")
            .text("mode", "standalone, replica-set or router");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "mongodb.login-in-clear", "A client logged in without TLS, and a capture could read it.")
            .text("class", "plaintext-password or challenge-response; never the secret")
            .text("mechanism", "such as SCRAM-SHA-256");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "mongodb.authentication",
                    "Whether the server wants a log-in before it answers a command on data.",
                    AUTHENTICATION,
                    "required"),
            FieldCheck.of(
                    "mongodb.login-in-clear", "How a log-in without TLS was seen to go.", LOGIN_IN_CLEAR, "class"));

    private MongodbFacts() {}
}
