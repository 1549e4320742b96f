// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.glbp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a GLBP router, and the checks of it. */
public final class GlbpFacts {
    public static final FactType AUTHENTICATION = FactType.of("glbp.authentication", "How a message was authenticated.")
            .text("type", "none, text or md5")
            .text("password-class", "default where a text is a widely known one, else other");

    public static final FactType GROUP =
            FactType.of("glbp.group", "A group that is spoken of.").number("group", "0 to 1023");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("glbp.authentication", "How GLBP messages are authenticated.", AUTHENTICATION, "type"),
            FieldCheck.of(
                    "glbp.password", "Whether the text is a widely known default.", AUTHENTICATION, "password-class"));

    private GlbpFacts() {}
}
