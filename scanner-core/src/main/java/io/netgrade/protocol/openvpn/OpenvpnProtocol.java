// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** OpenVPN. */
public final class OpenvpnProtocol {
    private static final int PORT = 1194;

    private OpenvpnProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("openvpn", "OpenVPN")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .begins(Transport.UDP, Octets.between(OpenvpnReset.CLIENT_1 << 3, OpenvpnReset.CLIENT_3 << 3 | 7))
                .facts(OpenvpnFacts.CONTROL, OpenvpnFacts.TLS)
                .checks(OpenvpnFacts.CHECKS)
                .recognisedBy(OpenvpnProtocol::recognize)
                .readBy(opening -> new OpenvpnDissector(opening))
                .sends("One reset of a client that nothing wraps, over UDP and TCP, to which a server with tls-auth or"
                        + " tls-crypt does not answer.")
                .asks(Transport.UDP, "openvpn.reset", HardReset::of)
                .asks(Transport.TCP, "openvpn.reset", HardReset::of)
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, OpenvpnProtocol::inStream);
            case UDP -> datagram(opening);
            case IP, SCTP -> Recognition.NO;
        };
    }

    private static Recognition datagram(Opening opening) {
        Recognition reset = Speaker.recognition(opening, OpenvpnProtocol::inDatagram);
        boolean usual = opening.responderPort() == PORT || opening.initiatorPort() == PORT;
        boolean later = reset == Recognition.NO && usual && OpenvpnReset.isLater(Datagrams.of(opening));
        return later ? Recognition.BY_PORT : reset;
    }

    private static Speaker inStream(ByteView bytes) {
        int length = bytes.length() < 2 ? 0 : bytes.u16(0);
        if (bytes.length() < 3) {
            return Speaker.UNFINISHED;
        }
        if (!OpenvpnReset.couldBe(bytes.u8(2), length)) {
            return Speaker.NOBODY;
        }
        return bytes.length() < length + 2 ? Speaker.UNFINISHED : speaker(bytes, 2, length);
    }

    private static Speaker inDatagram(ByteView bytes) {
        return speaker(bytes, 0, bytes.length());
    }

    private static Speaker speaker(ByteView bytes, int at, int length) {
        if (OpenvpnReset.wrapping(bytes, at, length) == OpenvpnReset.NONE) {
            return Speaker.NOBODY;
        }
        return OpenvpnReset.isClients(bytes.u8(at)) ? Speaker.CLIENT : Speaker.SERVER;
    }
}
