// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** DCE/RPC. */
public final class DcerpcProtocol {
    private DcerpcProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dcerpc", "DCE/RPC")
                .ports(Transport.TCP, 135, 593)
                .ports(Transport.UDP, 135)
                .begins(Transport.TCP, Octets.of(5))
                .begins(Transport.UDP, Octets.of(4))
                .facts(DcerpcFacts.BINDING)
                .checks(DcerpcFacts.CHECKS)
                .recognisedBy(opening -> switch (opening.transport()) {
                    case TCP -> Speaker.recognition(opening, DcerpcMessage::speaker);
                    case UDP -> Speaker.recognition(opening, DcerpcDatagram::speaker);
                    default -> Recognition.NO;
                })
                .readBy(opening -> opening.transport() == Transport.UDP
                        ? Datagrams.readBy(DcerpcDatagram::read)
                        : DcerpcQuestions.reader(opening))
                .sends(
                        "A bind of the endpoint mapper's interface, and no call. Nothing to RPC over HTTP (593), nor over UDP.")
                .asks(Transport.TCP, "dcerpc.bind", DcerpcQuestions::endpointMapper)
                .sparing(593)
                .onUsualPortsOnly()
                .build();
    }
}
