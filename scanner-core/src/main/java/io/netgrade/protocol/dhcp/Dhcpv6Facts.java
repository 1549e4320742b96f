// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a DHCPv6 server or relay, and the checks of it. */
public final class Dhcpv6Facts {
    public static final FactType ANSWER = FactType.of(
                    "dhcpv6.answer", "A message with which a server or relay answered (RFC 8415 §7.3).")
            .text("message", "advertise, reply, reconfigure or relay-reply");

    public static final FactType AUTHENTICATION = FactType.of(
                    "dhcpv6.authentication", "Whether an answer was authenticated.")
            .flag("present", "whether option 11 stood in it (RFC 8415 §21.11)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("dhcpv6.answer", "Whether a DHCPv6 server answers, and with what.", ANSWER, "message"),
            FieldCheck.of("dhcpv6.authentication", "Whether answers are authenticated.", AUTHENTICATION, "present"));

    private Dhcpv6Facts() {}
}
