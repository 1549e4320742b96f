// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.socks;

import io.netgrade.fact.FactType;

/** What netgrade can say of a SOCKS proxy. */
public final class SocksFacts {
    public static final FactType METHOD = FactType.of("socks.method", "How a client was let in.")
            .number("version", "4 or 5")
            .text(
                    "method",
                    "the method of authentication that the server chose (IANA socks-methods): none, gssapi,"
                            + " username-password …; refused where it took none; none for version 4, which has none");

    public static final FactType REQUEST = FactType.of("socks.request", "One request of a client and its answer.")
            .text("command", "connect, bind or udp-associate (RFC 1928 section 4)")
            .flag("granted", "whether the server did it");

    public static final FactType CREDENTIALS_IN_CLEAR = FactType.of(
                    "socks.credentials-in-clear", "A client sent credentials that a capture could read (RFC 1929).")
            .text("class", "plaintext-password, or user-id for the name in a request of version 4; never the secret");

    private SocksFacts() {}
}
