// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bacnet;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** BACnet/IP. */
public final class BacnetProtocol {
    private BacnetProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("bacnet", "BACnet/IP")
                .ports(Transport.UDP, 47_808)
                .begins(Transport.UDP, Octets.of(0x81))
                .facts(BacnetFacts.SERVICE, BacnetFacts.DEVICE, CommonFacts.SOFTWARE)
                .checks(BacnetFacts.CHECKS)
                .recognisedBy(BacnetProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new BacnetReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, BacnetMessage::speaker)
                : Recognition.NO;
    }
}
