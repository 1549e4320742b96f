// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an OPC UA server, and the checks of it. */
public final class OpcuaFacts {
    public static final FactType CHANNEL = FactType.of(
                    "opcua.channel", "A secure channel that the server opened (OPC 10000-6 §6.7.2.3).")
            .text("policy", "the security policy's name, such as None or Basic256Sha256")
            .text("mode", "None where the policy is None; else not told, as the answer is encrypted");

    public static final FactType ENDPOINT = FactType.of(
                    "opcua.endpoint", "An endpoint that the server lists (OPC 10000-4 §7.14).")
            .text("mode", "security mode: None, Sign or SignAndEncrypt")
            .text("policy", "the security policy's name")
            .names("tokens", "kinds of user token: Anonymous, UserName, Certificate, IssuedToken (§7.42)");

    public static final FactType SESSION = FactType.of(
                    "opcua.session", "The kind of user token that activated a session.")
            .text("token", "Anonymous, UserName, Certificate or IssuedToken (OPC 10000-4 §7.40)")
            .flag("accepted", "whether the server's answer was good");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "opcua.channel-policy",
                    "The security policies of channels that the server opens.",
                    CHANNEL,
                    "policy"),
            FieldCheck.of("opcua.security-mode", "The security modes that the server offers.", ENDPOINT, "mode"),
            FieldCheck.of("opcua.user-token", "The kinds of user token that the server offers.", ENDPOINT, "tokens"),
            FieldCheck.of(
                    "opcua.session-token",
                    "The kinds of user token with which sessions are activated.",
                    SESSION,
                    "token"));

    private OpcuaFacts() {}
}
