// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipip;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** IPv4 in IP. */
public final class IpipProtocol {
    private static final int IP_PROTOCOL = 4;

    private IpipProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ipip", "IP in IP")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(IpipFacts.FOUR)
                .checks(IpipFacts.FOUR_CHECKS)
                .recognisedBy(opening -> IpInIp.recognize(opening, IP_PROTOCOL, IpInIp.isIpv4(Datagrams.of(opening))))
                .readBy(opening -> Datagrams.readBy(IpInIp::readFourInIp))
                .build();
    }
}
