// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.hsrp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an HSRP router, and the checks of it. */
public final class HsrpFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "hsrp.authentication", "How a message was authenticated (RFC 2281 §5.1).")
            .text("version", "1 or 2")
            .text("type", "none, text or md5")
            .text("password-class", "default where a text is the protocol's own default or empty, else other");

    public static final FactType GROUP = FactType.of("hsrp.group", "A standby group that is spoken of.")
            .number("group", "0 to 255; in version 2 up to 4095")
            .text("state", "disabled, initial, learn, listen, speak, standby or active");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("hsrp.authentication", "How HSRP messages are authenticated.", AUTHENTICATION, "type"),
            FieldCheck.of(
                    "hsrp.password", "Whether the text is the protocol's default.", AUTHENTICATION, "password-class"),
            FieldCheck.of("hsrp.version", "The version of HSRP that is spoken.", AUTHENTICATION, "version"));

    private HsrpFacts() {}
}
