// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** DHCPv6 over UDP. */
public final class Dhcpv6Protocol {
    private Dhcpv6Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dhcpv6", "DHCPv6")
                .ports(Transport.UDP, 547)
                .begins(Transport.UDP, Octets.between(1, Dhcpv6Message.LAST_TYPE))
                .facts(Dhcpv6Facts.ANSWER, Dhcpv6Facts.AUTHENTICATION)
                .checks(Dhcpv6Facts.CHECKS)
                .recognisedBy(Dhcpv6Protocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new Dhcpv6Reader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, Dhcpv6Message::speaker)
                : Recognition.NO;
    }
}
