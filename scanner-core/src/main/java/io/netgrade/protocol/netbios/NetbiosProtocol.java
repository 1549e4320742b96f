// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** NetBIOS over TCP and UDP. */
public final class NetbiosProtocol {
    private NetbiosProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("netbios", "NetBIOS")
                .ports(Transport.UDP, 137, 138)
                .ports(Transport.TCP, 139)
                .begins(Transport.TCP, SessionReader.BEGINNINGS)
                .facts(NetbiosFacts.NAME_ANSWER, NetbiosFacts.NODE_STATUS, NetbiosFacts.DATAGRAM, NetbiosFacts.SESSION)
                .checks(NetbiosFacts.CHECKS)
                .recognisedBy(NetbiosProtocol::recognition)
                .readBy(NetbiosQuestions::reader)
                .sends(
                        "A node status request to the name service (UDP 137), and to the session service (TCP 139) a request for"
                                + " a session with *SMBSERVER, which ends at once. Nothing to the datagram service.")
                .asks(Transport.UDP, "netbios.node-status", NetbiosQuestions::nodeStatus)
                .asks(Transport.TCP, "netbios.session", NetbiosQuestions::session)
                .sparing(138)
                .onUsualPortsOnly()
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, SessionReader::speaker);
            case UDP -> Speaker.recognition(opening, NetbiosMessage::speaker);
            default -> Recognition.NO;
        };
    }
}
