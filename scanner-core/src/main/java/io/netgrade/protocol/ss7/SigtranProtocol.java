// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;
import java.util.Arrays;
import java.util.List;

/** The adaptation layers, each a protocol of its own. */
public final class SigtranProtocol {
    private SigtranProtocol() {}

    public static List<Protocol> all() {
        return Arrays.stream(Layer.values()).map(SigtranProtocol::of).toList();
    }

    private static Protocol of(Layer layer) {
        LayerFacts facts = new LayerFacts(layer);
        LayerRecognition recognition = new LayerRecognition(layer);
        PlainProtocol.Builder builder = PlainProtocol.of(layer.id(), layer.title())
                .ports(Transport.SCTP, layer.port())
                .ports(Transport.TCP, layer.port())
                .begins(Transport.SCTP, Octets.of(1))
                .begins(Transport.TCP, Octets.of(1))
                .facts(facts.types())
                .checks(facts.checks())
                .recognisedBy(recognition::of)
                .readBy(opening -> new MessageDissector(opening.transport(), new LayerReader(layer, facts)));
        if (!layer.symmetric()) {
            builder.sends(
                            "Over SCTP, on an association of its own: ASP Up without an identifier; ASP Down where that was"
                                    + " acknowledged; then SHUTDOWN. Never ASP Active, so no traffic comes. Nothing over TCP.")
                    .asksNothingOfSoftware()
                    .asks(Transport.SCTP, layer.id() + ".asp-up", endpoint -> AspUp.of(layer, facts, endpoint));
        }
        return builder.build();
    }
}
