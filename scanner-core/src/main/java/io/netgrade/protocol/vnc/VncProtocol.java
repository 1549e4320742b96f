// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vnc;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** VNC (RFC 6143). */
public final class VncProtocol {
    private VncProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("vnc", "VNC")
                .ports(Transport.TCP, 5900, 5901, 5902, 5903, 5904, 5905)
                .begins(Transport.TCP, Octets.of('R'))
                .strength(Strength.MAGIC)
                .facts(
                        VncFacts.SERVICE,
                        VncFacts.SECURITY_OFFERED,
                        VncFacts.SECURITY_TAKEN,
                        VncFacts.ENCRYPTION_OFFERED)
                .checks(VncFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, VncDissector::speaker)
                        : Recognition.NO)
                .readBy(opening -> new VncDissector())
                .serverSpeaksFirst()
                .sends(
                        "The server's own version of RFB or 3.8, where VeNCrypt is among the security types that choice and its"
                                + " version 0.2; then it hangs up. One connection: servers lock out who comes too often.")
                .asks(Transport.TCP, "vnc.security-types", VncConversation::new)
                .build();
    }
}
