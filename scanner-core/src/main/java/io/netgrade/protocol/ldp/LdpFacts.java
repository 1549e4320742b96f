// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a label switching router that speaks LDP, and the checks of it. */
public final class LdpFacts {
    public static final FactType SESSION = FactType.of("ldp.session", "What protects a session below LDP.")
            .text("signature", "none, tcp-md5 (RFC 2385) or tcp-ao (RFC 5925), as all segments seen bear it")
            .number("time-to-live", "of the packet where it was seen; 255 under GTSM (RFC 6720)");

    public static final FactType HELLO = FactType.of("ldp.hello", "A hello (RFC 5036 §2.4).")
            .text("kind", "link to all routers of a link, or targeted at one")
            .text("authentication", "none, or cryptographic (RFC 7349)");

    public static final FactType ROUTER = FactType.of("ldp.router", "A label switching router.")
            .text("router-id", "LSR identifier, as four numbers with dots");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ldp.signature", "Whether TCP signs the session's segments.", SESSION, "signature"),
            FieldCheck.of("ldp.time-to-live", "The time to live of the session's packets.", SESSION, "time-to-live"),
            FieldCheck.of("ldp.hello-authentication", "How hellos are authenticated.", HELLO, "authentication"));

    private LdpFacts() {}
}
