// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bacnet;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
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
                .readBy(BacnetProtocol::reader)
                .sends(
                        "ReadProperty of the device's model name and of its firmware revision. No Who-Is, which would be answered to"
                                + " all.")
                .asks(Transport.UDP, "bacnet.model", BacnetProtocol::model)
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.UDP, new BacnetReader());
    }

    private static Conversation model(Endpoint endpoint) {
        return Script.of(endpoint, BacnetProtocol::reader)
                .says(reading(1, DeviceProperties.MODEL), BacnetProtocol::answer)
                .says(reading(2, DeviceProperties.FIRMWARE), BacnetProtocol::answer)
                .build();
    }

    /** ReadProperty (ASHRAE 135 15.5) of the device object 4194303, which is that of whatever device is asked. */
    private static byte[] reading(int number, int property) {
        return new byte[] {
            (byte) 0x81, 0x0A, 0, 17, 1, 4, 0, 5, (byte) number, 0x0C, 0x0C, 2, 0x3F, -1, -1, 0x19, (byte) property
        };
    }

    private static long answer(ByteView datagram) {
        boolean answers = BacnetMessage.speaker(datagram) == Speaker.SERVER;
        return answers ? datagram.length() : MessageGrammar.BROKEN;
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, BacnetMessage::speaker)
                : Recognition.NO;
    }
}
