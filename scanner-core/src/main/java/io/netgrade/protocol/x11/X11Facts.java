// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.x11;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an X server, and what can be asked of it. */
public final class X11Facts {
    public static final FactType CONNECTION = FactType.of("x11.connection", "How the server answered a client.")
            .text("answer", "accepted, refused or authenticate")
            .text(
                    "authorization",
                    "what the client brought: none, or a name such as mit-magic-cookie-1; absent where unseen")
            .flag("open", "true where a client that brought none was accepted");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("x11.connection", "How the server answers a client.", CONNECTION, "answer"),
            FieldCheck.of("x11.open", "Whether a client without authorization is let in.", CONNECTION, "open"));

    private X11Facts() {}
}
