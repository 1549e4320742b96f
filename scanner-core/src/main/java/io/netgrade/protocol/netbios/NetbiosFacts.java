// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a host that speaks NetBIOS, and the checks of it. */
public final class NetbiosFacts {
    public static final FactType NAME_ANSWER = FactType.of(
                    "netbios.name-answer", "An answer of the name service (RFC 1002 §4.2).")
            .text("operation", "query, registration, release or refresh")
            .flag("positive", "whether the answer was no error");

    public static final FactType NODE_STATUS = FactType.of(
                    "netbios.node-status", "What the host told of itself to who asked (RFC 1002 §4.2.18).")
            .names("names", "NetBIOS names without their suffix");

    public static final FactType DATAGRAM = FactType.of(
                    "netbios.datagram", "A datagram of the datagram service (RFC 1002 §4.4).")
            .text("kind", "direct-unique, direct-group, broadcast, error or query");

    public static final FactType SESSION = FactType.of(
                    "netbios.session", "Whether the host accepts sessions (RFC 1002 §4.3).")
            .flag("accepted", "whether a session request was answered positively");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("netbios.name-answer", "Whether the name service answers who asks.", NAME_ANSWER, "positive"),
            FieldCheck.of("netbios.node-status", "Whether the host tells its names to who asks.", NODE_STATUS, "names"),
            FieldCheck.of("netbios.session", "Whether sessions are accepted.", SESSION, "accepted"));

    private NetbiosFacts() {}
}
