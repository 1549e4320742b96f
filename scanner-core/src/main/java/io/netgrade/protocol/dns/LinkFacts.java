// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of those who answer names on a link, and the checks of it. */
public final class LinkFacts {
    public static final FactType MDNS_ANSWER = FactType.of("mdns.answer", "An answer or announcement by multicast DNS.")
            .text("way", "multicast, or unicast to one asker (RFC 6762 §5.4, §6.7)")
            .names("services", "types of service that it names, such as _ipp._tcp (RFC 6763 §7)");

    public static final FactType LLMNR_ANSWER = FactType.of("llmnr.answer", "An answer by LLMNR (RFC 4795 §2.1).")
            .number("code", "response code; 0 where the name is the responder's");

    static final List<Check> MDNS_CHECKS = List.of(
            FieldCheck.of("mdns.answer", "Whether names are answered by multicast DNS, and how.", MDNS_ANSWER, "way"),
            FieldCheck.of("mdns.services", "The types of service that are announced.", MDNS_ANSWER, "services"));

    static final List<Check> LLMNR_CHECKS =
            List.of(FieldCheck.of("llmnr.answer", "Whether names are answered by LLMNR.", LLMNR_ANSWER, "code"));

    private LinkFacts() {}
}
