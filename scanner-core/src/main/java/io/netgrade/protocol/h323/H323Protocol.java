// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.h323;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.List;

/** H.323: RAS over UDP, and call signalling over TCP. */
public final class H323Protocol {
    public static final FactType SERVICE = FactType.of("h323.service", "A message that the peer sent or was sent.")
            .text("channel", "ras or call-signalling (H.225.0)")
            .text("message", "its name, such as setup or registration-request")
            .number(
                    "version",
                    "H.225.0 version of the sender's protocol identifier; absent where the message has none");

    public static final FactType AUTHENTICATION = FactType.of(
                    "h323.authentication", "Whether messages bear tokens of H.235, by which they are authenticated.")
            .flag("h235", "whether an object identifier of H.235 stands in the message");

    public static final FactType SUBSCRIBER_IDENTITY = FactType.of(
                    "h323.subscriber-identity", "A class of subscriber identity in messages; never its value.")
            .text("class", "msisdn")
            .text("field", "calling-party or called-party (Q.931 §4.5)");

    private H323Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("h323", "H.323")
                .ports(Transport.TCP, 1720)
                .ports(Transport.UDP, 1719)
                .begins(Transport.TCP, Octets.of(3))
                .begins(Transport.UDP, RasMessages.BEGINNINGS)
                .facts(SERVICE, AUTHENTICATION, SUBSCRIBER_IDENTITY)
                .checks(List.of(
                        FieldCheck.of("h323.service", "The channels of H.323 that are in use.", SERVICE, "channel"),
                        FieldCheck.of(
                                "h323.authentication",
                                "Whether messages are authenticated by H.235.",
                                AUTHENTICATION,
                                "h235"),
                        FieldCheck.of(
                                        "h323.subscriber-identity",
                                        "The classes of subscriber identity in messages that nothing encrypts.",
                                        SUBSCRIBER_IDENTITY,
                                        "class")
                                .inClear()))
                .strength(Strength.MAGIC)
                .recognisedBy(H323Protocol::recognise)
                .readBy(opening -> opening.transport() == Transport.TCP
                        ? new MessageDissector(opening.transport(), new CallSignalling())
                        : new MessageDissector(opening.transport(), new RasMessages()))
                .build();
    }

    private static Recognition recognise(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, Q931::speaker);
            case UDP -> Speaker.recognition(opening, RasMessages::speaker);
            default -> Recognition.NO;
        };
    }
}
