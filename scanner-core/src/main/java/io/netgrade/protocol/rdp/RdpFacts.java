// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a remote desktop, and what can be asked of it. */
public final class RdpFacts {
    public static final FactType SECURITY = FactType.of(
                    "rdp.security", "The security that the server took (MS-RDPBCGR 2.2.1.2.1).")
            .text("selected", "standard, tls, credssp, rdstls, credssp-early or aad; absent where it refused")
            .names("requested", "of the same words, what the client could do; absent where not seen")
            .text("refusal", "the reason of a refusal, such as credssp-required; absent where it took one");

    public static final FactType ENCRYPTION = FactType.of(
                    "rdp.encryption", "Standard RDP security, as the server chose it (MS-RDPBCGR 2.2.1.4.3).")
            .text("method", "none, rc4-40, rc4-56, rc4-128 or 3des-fips")
            .text("level", "none, low, client-compatible, high or fips");

    public static final FactType DATAGRAMS = FactType.of(
                    "rdp.datagrams", "A connection over UDP beside that over TCP, which DTLS protects (MS-RDPEUDP).")
            .flag("answered", "whether the server took it");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("rdp.security", "The security that the server takes.", SECURITY, "selected"),
            FieldCheck.of(
                    "rdp.encryption",
                    "The cipher where nothing but standard RDP security is used.",
                    ENCRYPTION,
                    "method"));

    private RdpFacts() {}
}
