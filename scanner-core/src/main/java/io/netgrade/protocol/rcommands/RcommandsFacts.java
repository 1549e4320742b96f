// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rcommands;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of servers of the r-commands, and what can be asked of them. */
public final class RcommandsFacts {
    public static final FactType RLOGIN = service("rlogin");
    public static final FactType RSH = service("rsh");
    public static final FactType REXEC = service("rexec");

    public static final FactType REXEC_LOGIN = FactType.of(
                    "rexec.login-in-clear", "A client logged in, and a capture could read it.")
            .text("class", "plaintext-password; never the secret");

    private RcommandsFacts() {}

    private static FactType service(String protocol) {
        return FactType.of(protocol + ".service", "A server of " + protocol + " answers.")
                .flag("accepted", "whether it took the client, by an octet of zero");
    }

    static List<Check> checks(FactType service) {
        return List.of(FieldCheck.of(service.id(), "Whether the server takes a client.", service, "accepted"));
    }

    static List<Check> rexecChecks() {
        return List.of(
                FieldCheck.of("rexec.service", "Whether the server takes a client.", REXEC, "accepted"),
                FieldCheck.of(
                        "rexec.login-in-clear",
                        "Whether a password was seen to be given in clear.",
                        REXEC_LOGIN,
                        "class"));
    }
}
