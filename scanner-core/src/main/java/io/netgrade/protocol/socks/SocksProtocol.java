// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.socks;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;
import java.util.List;

/** SOCKS, a proxy for any TCP connection. */
public final class SocksProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("socks", "SOCKS")
            .ports(Transport.TCP, 1080)
            .begins(Transport.TCP, Octets.of(0, 4, 5))
            .facts(SocksFacts.METHOD, SocksFacts.REQUEST, SocksFacts.CREDENTIALS_IN_CLEAR)
            .checks(List.of(
                    FieldCheck.of("socks.method", "How clients are let in (RFC 1928).", SocksFacts.METHOD, "method"),
                    FieldCheck.of(
                            "socks.request-granted",
                            "Whether the proxy did what a client asked of it.",
                            SocksFacts.REQUEST,
                            "granted"),
                    FieldCheck.of(
                                    "socks.credentials-in-clear",
                                    "The class of credentials that clients send where nothing encrypts them.",
                                    SocksFacts.CREDENTIALS_IN_CLEAR,
                                    "class")
                            .inClear()))
            .recognisedBy(SocksRecognition::of)
            .readBy(opening -> new SocksDissector())
            .sends(
                    "The greeting of version 5 on two connections: with no method of authentication but none, then with GSSAPI and"
                            + " user names. No log-in and no request. Nothing of version 4.")
            .asks(Transport.TCP, "socks.without-log-in", endpoint -> SocksQuestions.offering(endpoint, 0))
            .asks(Transport.TCP, "socks.log-ins", endpoint -> SocksQuestions.offering(endpoint, 1, 2))
            .wholeTogether(fact -> fact.is(SocksFacts.METHOD))
            .onUsualPortsOnly()
            .build();

    private SocksProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }
}
