// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;

/** Which side of a flow is at a port of the lower ones, when the other is not. */
final class Ports {
    private static final int FIRST_OWN_PORT = 1024;

    private Ports() {}

    static boolean carried(Opening opening) {
        return opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
    }

    /** The responder is at the port, and the initiator is at one of its own. */
    static boolean responderAt(Opening opening, int port) {
        return opening.responderPort() == port && opening.initiatorPort() >= FIRST_OWN_PORT;
    }
}
