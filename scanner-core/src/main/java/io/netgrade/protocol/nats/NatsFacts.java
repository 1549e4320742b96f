// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nats;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a NATS server, and the checks of it. */
public final class NatsFacts {
    public static final FactType SERVER = FactType.of("nats.server", "What the server's INFO says.")
            .flag("auth-required", "whether clients must log in")
            .flag("tls-required", "whether clients must begin TLS")
            .flag("tls-available", "whether clients may begin TLS");

    public static final FactType LOGIN = FactType.of(
                    "nats.login", "The credentials of a client that the server answered.")
            .text("class", "none, token, plaintext-password, signature (nkey or JWT)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("nats.auth-required", "Whether clients must log in.", SERVER, "auth-required"),
            FieldCheck.of("nats.tls-required", "Whether clients must begin TLS.", SERVER, "tls-required"),
            FieldCheck.of("nats.login-in-clear", "The credentials that cross the wire in clear.", LOGIN, "class")
                    .inClear());

    private NatsFacts() {}
}
