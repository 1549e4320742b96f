// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ospf;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an OSPF router, and the checks of it. */
public final class OspfFacts {
    public static final FactType AUTHENTICATION = FactType.of("ospf.authentication", "How a packet was authenticated.")
            .text("version", "2 (RFC 2328) or 3 (RFC 5340)")
            .text(
                    "type",
                    "none, simple-password, keyed-md5, hmac-sha1, hmac-sha256, hmac-sha384, hmac-sha512 (RFC 5709,"
                            + " told by the digest's length) or cryptographic where the length is another")
            .number(
                    "au-type",
                    "AuType of version 2: 0 none, 1 simple, 2 cryptographic, 3 with 64-bit numbers (RFC 7474)")
            .number("digest-length", "octets, where there is one");

    public static final FactType ROUTER = FactType.of("ospf.router", "A router that speaks OSPF.")
            .text("router-id", "as four numbers with dots")
            .text("area", "as four numbers with dots")
            .text("version", "2 or 3")
            .number("time-to-live", "of the packet where it was seen; 1 unless it was meant to be routed");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ospf.authentication", "How OSPF packets are authenticated.", AUTHENTICATION, "type"),
            FieldCheck.of("ospf.router", "The OSPF router that speaks.", ROUTER, "router-id"));

    private OspfFacts() {}
}
