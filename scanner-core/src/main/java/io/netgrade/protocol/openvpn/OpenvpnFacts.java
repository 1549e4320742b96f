// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an OpenVPN server, and the checks of it. */
public final class OpenvpnFacts {
    public static final FactType CONTROL = FactType.of("openvpn.control", "How a server's control channel begins.")
            .text("wrapping", "none, tls-auth (signed), tls-crypt (encrypted) or tls-crypt-v2, by the packets' layout")
            .number("digest-length", "octets that sign each packet; 16 MD5, 20 SHA-1, 32 SHA-256, 64 SHA-512")
            .number("key-method", "1 (long obsolete) or 2");

    public static final FactType TLS = FactType.of(
                    "openvpn.tls", "What the server chose for TLS in the control channel.")
            .text("version", "TLSv1.0 to TLSv1.3, where the control channel is not encrypted")
            .text("suite", "cipher suite, its number in hexadecimal");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("openvpn.wrapping", "What wraps the control channel.", CONTROL, "wrapping"),
            FieldCheck.of("openvpn.key-method", "The key method of the control channel.", CONTROL, "key-method"),
            FieldCheck.of("openvpn.tls-version", "The version of TLS in the control channel.", TLS, "version"));

    private OpenvpnFacts() {}
}
