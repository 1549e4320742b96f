// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.proxyprotocol;

import io.netgrade.fact.FactType;

/** What netgrade can say of a service behind the PROXY protocol. */
public final class ProxyFacts {
    public static final FactType HEADER = FactType.of(
                    "proxy-protocol.header", "A connection began with a header that names the client it is for.")
            .number("version", "1 or 2")
            .text("family", "tcp4, tcp6, udp4, udp6, unix, or local for the proxy's own connection");

    private ProxyFacts() {}
}
