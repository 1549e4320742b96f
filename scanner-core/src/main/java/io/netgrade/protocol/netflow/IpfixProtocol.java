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

/** IPFIX over UDP, TCP and SCTP. */
public final class IpfixProtocol {
    private static final int PORT = 4739;

    private IpfixProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ipfix", "IPFIX")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .ports(Transport.SCTP, PORT)
                .begins(Transport.UDP, Octets.of(0))
                .begins(Transport.TCP, Octets.of(0))
                .begins(Transport.SCTP, Octets.of(0))
                .facts(NetflowFacts.IPFIX_EXPORT)
                .checks(NetflowFacts.IPFIX_CHECKS)
                .recognisedBy(IpfixProtocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new ExportReader(true)))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.IP
                ? Recognition.NO
                : Speaker.recognition(opening, FlowExport::ipfixSpeaker);
    }
}
