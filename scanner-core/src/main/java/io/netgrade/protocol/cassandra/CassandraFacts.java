// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.cassandra;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Cassandra node, and what can be asked of it. */
public final class CassandraFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "cassandra.authentication", "Whether the node asks for a log-in (native protocol v5, 4.2).")
            .flag("required", "false where STARTUP was answered by READY")
            .text("authenticator", "the class that it names, without its package; absent where it asks for none");

    public static final FactType SERVICE = FactType.of("cassandra.service", "What a node supports.")
            .number("protocol-version", "of the native protocol, in its own frames")
            .names("cql-versions", "of its answer to OPTIONS; absent where not seen");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "cassandra.login-in-clear", "A client logged in, and a capture could read it.")
            .text("class", "plaintext-password or other; never the secret");

    public static final FactType INTERNODE = FactType.of(
                    "cassandra.internode", "Nodes talk to this one in clear (gossip and streams).")
            .number("version", "of the messages between nodes, such as 12");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "cassandra.authentication", "Whether the node asks for a log-in.", AUTHENTICATION, "required"),
            FieldCheck.of(
                    "cassandra.login-in-clear",
                    "Whether a log-in was seen to go over in clear.",
                    LOGIN_IN_CLEAR,
                    "class"),
            FieldCheck.of("cassandra.internode", "Whether nodes talk in clear.", INTERNODE, "version"));

    private CassandraFacts() {}
}
