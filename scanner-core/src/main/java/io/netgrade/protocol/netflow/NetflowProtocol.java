// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netflow;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** NetFlow over UDP. */
public final class NetflowProtocol {
    private NetflowProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("netflow", "NetFlow")
                .ports(Transport.UDP, 2055)
                .begins(Transport.UDP, Octets.of(0))
                .facts(NetflowFacts.EXPORT)
                .checks(NetflowFacts.CHECKS)
                .recognisedBy(NetflowProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new ExportReader(false)))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, FlowExport::netflowSpeaker)
                : Recognition.NO;
    }
}
