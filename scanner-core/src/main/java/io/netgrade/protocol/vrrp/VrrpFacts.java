// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vrrp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a VRRP router, and the checks of it. */
public final class VrrpFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "vrrp.authentication", "How an advertisement was authenticated (RFC 2338 §5.3.6).")
            .text("version", "2 or 3")
            .text("type", "none, simple-password or ip-authentication-header; version 3 has none of its own")
            .text("password-class", "default where a simple password is a widely known one, else other");

    public static final FactType GROUP = FactType.of("vrrp.group", "A virtual router that is advertised.")
            .number("id", "VRID, 1 to 255")
            .number("priority", "0 to 255; 255 is the owner of the address")
            .number("time-to-live", "of the packet where it was seen; 255 unless it was forwarded");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("vrrp.authentication", "How advertisements are authenticated.", AUTHENTICATION, "type"),
            FieldCheck.of(
                    "vrrp.password",
                    "Whether a simple password is a widely known default.",
                    AUTHENTICATION,
                    "password-class"),
            FieldCheck.of("vrrp.version", "The version of the advertisements.", AUTHENTICATION, "version"),
            FieldCheck.of("vrrp.time-to-live", "The time to live of advertisements.", GROUP, "time-to-live"));

    private VrrpFacts() {}
}
