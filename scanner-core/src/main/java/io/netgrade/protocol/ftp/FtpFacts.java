// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an FTP service. */
public final class FtpFacts {
    public static final FactType SERVICE = FactType.of("ftp.service", "What an FTP server says that it can do.")
            .names("features", "the lines of its answer to FEAT (RFC 2389); absent where it did not answer")
            .flag(
                    "auth-tls",
                    "whether a session can be protected by TLS: AUTH TLS accepted (RFC 4217) or stated as a feature, or"
                            + " TLS from the first byte");

    public static final FactType LOGIN_PROTECTION = FactType.of(
                    "ftp.login-protection", "How a login is protected, by what the server allows or by what was seen.")
            .names(
                    "protection",
                    "clear-only (AUTH TLS refused), tls-offered, tls-required, clear-login-seen, anonymous-login-seen");

    public static final FactType ANONYMOUS = FactType.of(
                    "ftp.anonymous", "Whether a server lets in who gives no name (RFC 1635).")
            .flag("let-in", "whether USER anonymous, with any word after PASS, was answered by 230");

    private static final List<FactType> ALL =
            List.of(SERVICE, LOGIN_PROTECTION, ANONYMOUS, CommonFacts.SOFTWARE, CommonFacts.GREETING);

    private FtpFacts() {}

    public static List<FactType> all() {
        return ALL;
    }

    /** A sighting of one kind of protection: there may be others. */
    static Fact protectionSeen(String kind) {
        return LOGIN_PROTECTION.partial(List.of(kind));
    }
}
