// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vnc;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a VNC server, and what can be asked of it. */
public final class VncFacts {
    public static final FactType SERVICE =
            FactType.of("vnc.service", "A VNC server answers.").text("version", "of RFB, such as 3.8");

    public static final FactType SECURITY_OFFERED = FactType.of(
                    "vnc.security-offered", "What the server asks of a client (RFC 6143 7.1.2).")
            .names("types", "none, vnc, ra2, tight, tls, vencrypt, apple and such, in the server's order");

    public static final FactType SECURITY_TAKEN = FactType.of(
                    "vnc.security-taken", "What was asked of a client that went on.")
            .text("type", "one of the same names");

    public static final FactType ENCRYPTION_OFFERED = FactType.of(
                    "vnc.encryption-offered", "What a server of security type vencrypt offers under it.")
            .names("subtypes", "plain, and with anonymous or certified TLS such as tls-vnc or x509-plain");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("vnc.security", "The security types that the server offers.", SECURITY_OFFERED, "types"),
            FieldCheck.of("vnc.encryption", "What is offered under vencrypt.", ENCRYPTION_OFFERED, "subtypes"),
            FieldCheck.of("vnc.security-taken", "The security type that was taken.", SECURITY_TAKEN, "type"));

    private VncFacts() {}
}
