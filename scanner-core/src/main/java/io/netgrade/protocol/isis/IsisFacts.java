// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.isis;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an IS-IS system, and the checks of it. */
public final class IsisFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "isis.authentication", "How a PDU was authenticated: its TLV 10.")
            .text("pdu", "hello, lsp, csnp or psnp")
            .text("level", "1, 2 or point-to-point")
            .text(
                    "type",
                    "none without TLV 10, cleartext (1), hmac-md5 (54, RFC 5304), hmac-sha1, hmac-sha224, hmac-sha256,"
                            + " hmac-sha384, hmac-sha512 (3, RFC 5310, told by the digest's length), or other");

    public static final FactType SYSTEM = FactType.of("isis.system", "A system that speaks IS-IS.")
            .text("system-id", "six octets in hexadecimal, with dots as is usual")
            .text("level", "1, 2 or point-to-point");

    public static final FactType HOSTNAME = FactType.of("isis.hostname", "The name a system gives itself (RFC 5301).")
            .text("name", "dynamic hostname, TLV 137");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("isis.authentication", "How IS-IS PDUs are authenticated.", AUTHENTICATION, "type"),
            FieldCheck.of("isis.system", "The IS-IS system that speaks.", SYSTEM, "system-id"));

    private IsisFacts() {}
}
