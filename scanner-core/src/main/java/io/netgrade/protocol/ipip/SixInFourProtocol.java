// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipip;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** IPv6 in IP. */
public final class SixInFourProtocol {
    private static final int IP_PROTOCOL = 41;

    private SixInFourProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("6in4", "IPv6 in IP")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(IpipFacts.SIX)
                .checks(IpipFacts.SIX_CHECKS)
                .recognisedBy(opening -> IpInIp.recognize(opening, IP_PROTOCOL, IpInIp.isIpv6(Datagrams.of(opening))))
                .readBy(opening -> Datagrams.readBy(IpInIp::readSixInIp))
                .build();
    }
}
