// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a DHCP server or relay, and the checks of it. */
public final class DhcpFacts {
    public static final FactType ANSWER = FactType.of(
                    "dhcp.answer", "A message with which a server answered (RFC 2132 §9.6).")
            .text("message", "offer, ack, nak, or bootp-reply where no type is given")
            .text("server", "server identifier: an IPv4 address")
            .flag("relayed", "whether it went through a relay agent (giaddr is set)");

    public static final FactType AUTHENTICATION = FactType.of(
                    "dhcp.authentication", "Whether an answer was authenticated.")
            .flag("present", "whether option 90 stood in it (RFC 3118)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("dhcp.answer", "Whether a DHCP server answers, and with what.", ANSWER, "message"),
            FieldCheck.of("dhcp.server", "The identifiers of the servers that answer.", ANSWER, "server"),
            FieldCheck.of("dhcp.authentication", "Whether answers are authenticated.", AUTHENTICATION, "present"));

    private DhcpFacts() {}
}
