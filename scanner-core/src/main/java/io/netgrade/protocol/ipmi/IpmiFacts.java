// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a baseboard management controller, and what can be asked of it. */
public final class IpmiFacts {
    public static final FactType SERVICE = FactType.of("ipmi.service", "A management controller answers.")
            .names("versions", "1.5 and 2.0, as far as its answers show; empty where it only answered a ping");

    public static final FactType AUTHENTICATION = FactType.of(
                    "ipmi.authentication", "Get Channel Authentication Capabilities (IPMI 2.0, 22.13).")
            .names("methods", "none, md2, md5, password and oem")
            .flag("anonymous-login", "whether a user without a name and without a password may log in")
            .flag("null-user", "whether a user without a name may log in");

    public static final FactType CIPHER_SUITES = FactType.of(
                    "ipmi.cipher-suites-offered", "Get Channel Cipher Suites (IPMI 2.0, 22.15).")
            .names("suites", "their numbers, in the controller's order; suite 0 has no authentication at all");

    public static final FactType SESSION = FactType.of(
                    "ipmi.session", "The algorithms of a session that the controller opened (IPMI 2.0, 13.18).")
            .text("authentication", "none, hmac-sha1, hmac-md5 or hmac-sha256")
            .text("integrity", "none, hmac-sha1-96, hmac-md5-128, md5-128 or hmac-sha256-128")
            .text("confidentiality", "none, aes-cbc-128, xrc4-128 or xrc4-40");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ipmi.service", "Whether a management controller answers.", SERVICE, "versions"),
            FieldCheck.of(
                    "ipmi.authentication",
                    "The ways of authentication that the controller has.",
                    AUTHENTICATION,
                    "methods"),
            FieldCheck.of(
                    "ipmi.anonymous-login",
                    "Whether a user without a name and a password may log in.",
                    AUTHENTICATION,
                    "anonymous-login"),
            FieldCheck.of(
                    "ipmi.cipher-suite", "The cipher suites that the controller offers.", CIPHER_SUITES, "suites"),
            FieldCheck.of(
                    "ipmi.session-authentication",
                    "How sessions that the controller opened are authenticated.",
                    SESSION,
                    "authentication"));

    private IpmiFacts() {}
}
