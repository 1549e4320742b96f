// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Telnet service. */
public final class TelnetFacts {
    public static final FactType SERVICE = FactType.of("telnet.service", "A Telnet server answers.")
            .names("options", "the options that it negotiates, by their IANA names, in its order (RFC 855)")
            .flag(
                    "login-prompt",
                    "true where it prompts for a user or a password, false where it waits for a command instead; absent while"
                            + " not known");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "telnet.login-in-clear", "A password prompt was answered, and a capture could read it.")
            .text("class", "plaintext-password; never the secret");

    private static final List<FactType> ALL =
            List.of(SERVICE, LOGIN_IN_CLEAR, CommonFacts.SOFTWARE, CommonFacts.GREETING);

    private TelnetFacts() {}

    public static List<FactType> all() {
        return ALL;
    }
}
