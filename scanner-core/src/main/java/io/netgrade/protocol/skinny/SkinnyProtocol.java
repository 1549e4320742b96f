// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.skinny;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import java.util.List;

/** Skinny over TCP, in clear and inside TLS. */
public final class SkinnyProtocol {
    public static final FactType SERVICE = FactType.of(
                    "skinny.service", "A message between a telephone and its manager.")
            .text("message", "its name, such as register-ack")
            .number("version", "header version: 0 basic, 17 and more for later ones");

    public static final FactType REGISTRATION = FactType.of(
                    "skinny.registration", "Whether the manager took a telephone that registered by its name alone.")
            .flag("accepted", "whether it was taken");

    public static final FactType SUBSCRIBER_IDENTITY = FactType.of(
                    "skinny.subscriber-identity", "A class of subscriber identity in messages; never its value.")
            .text("class", "msisdn");

    private SkinnyProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("skinny", "Skinny (SCCP)")
                .ports(Transport.TCP, 2000, 2443)
                .facts(SERVICE, REGISTRATION, SUBSCRIBER_IDENTITY)
                .checks(List.of(
                        FieldCheck.of(
                                        "skinny.registration",
                                        "Whether telephones are registered where nothing encrypts and authenticates"
                                                + " it.",
                                        REGISTRATION,
                                        "accepted")
                                .inClear(),
                        FieldCheck.of(
                                        "skinny.subscriber-identity",
                                        "The classes of subscriber identity in messages that nothing encrypts.",
                                        SUBSCRIBER_IDENTITY,
                                        "class")
                                .inClear(),
                        FieldCheck.of(
                                        "skinny.in-clear",
                                        "The messages where nothing encrypts Skinny.",
                                        SERVICE,
                                        "message")
                                .inClear()))
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, SkinnyMessages::speaker)
                        : Recognition.NO)
                .readBy(opening -> new MessageDissector(opening.transport(), new SkinnyMessages()))
                .build();
    }
}
