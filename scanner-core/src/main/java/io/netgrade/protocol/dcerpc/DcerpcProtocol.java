// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** DCE/RPC. */
public final class DcerpcProtocol {
    private DcerpcProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dcerpc", "DCE/RPC")
                .ports(Transport.TCP, 135, 593)
                .facts(DcerpcFacts.BINDING)
                .checks(DcerpcFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, DcerpcMessage::speaker)
                        : Recognition.NO)
                .readBy(opening -> new MessageDissector(Transport.TCP, new DcerpcSession()))
                .build();
    }
}
