// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;
import java.util.List;

/** AJP13, the Apache JServ Protocol. */
public final class AjpProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("ajp", "AJP")
            .ports(Transport.TCP, 8009)
            .begins(Transport.TCP, Octets.of(AjpMessage.TO_CONTAINER >> 8, AjpMessage.FROM_CONTAINER >> 8))
            .facts(AjpFacts.SERVICE, AjpFacts.REQUEST)
            .checks(List.of(
                    FieldCheck.of("ajp.service", "What the connector answers.", AjpFacts.SERVICE, "answered"),
                    FieldCheck.of(
                            "ajp.secret",
                            "Whether requests that are answered carry the connector's secret.",
                            AjpFacts.REQUEST,
                            "secret")))
            .recognisedBy(AjpProtocol::recognise)
            .readBy(AjpQuestion::reader)
            .sends("CPing, then on a connection of its own a GET of / forwarded as by a web server that has no secret.")
            .asks(Transport.TCP, "ajp.ping", AjpQuestion::ping)
            .asks(Transport.TCP, "ajp.request", AjpQuestion::request)
            .build();

    private AjpProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Recognition recognise(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, AjpMessage::speaker)
                : Recognition.NO;
    }
}
