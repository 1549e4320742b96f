// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netconf;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** NETCONF. */
public final class NetconfProtocol {
    private NetconfProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("netconf", "NETCONF")
                .begins(Transport.TCP, Octets.between('\t', ' ').or(Octets.of('<')))
                .strength(Strength.MAGIC)
                .facts(NetconfFacts.HELLO)
                .checks(NetconfFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, NetconfHello::speaker)
                        : Recognition.NO)
                .readBy(opening -> new NetconfDissector())
                .ports(Transport.TCP, 830, 6513)
                .serverSpeaksFirst()
                .sends(
                        "Nothing: the server's hello is heard, in clear or inside TLS. Over SSH a log-in would go before.")
                .asks(Transport.TCP, "netconf.hello", NetconfProtocol::question)
                .build();
    }

    private static Conversation question(Endpoint endpoint) {
        return Script.of(endpoint, opening -> new NetconfDissector())
                .hears(NetconfDissector::length)
                .build();
    }
}
