// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of one who speaks PPPoE, and the checks of it. */
public final class PppoeFacts {
    public static final FactType DISCOVERY = FactType.of("pppoe.discovery", "A message of the discovery stage.")
            .text("message", "padi, pado, padr, pads or padt (RFC 2516 §5)")
            .text("concentrator", "AC-Name, where an access concentrator says it");

    public static final FactType SESSION =
            FactType.of("pppoe.session", "A session that goes on.").number("identifier", "session id");

    public static final FactType AUTHENTICATION = PppAuthentication.fact("pppoe");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("pppoe.presence", "Whether PPPoE is spoken.", DISCOVERY, "message"),
            FieldCheck.of("pppoe.ppp-authentication", "How PPP within PPPoE authenticates.", AUTHENTICATION, "method"));

    private PppoeFacts() {}
}
