// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** Multicast DNS over UDP (RFC 6762). Its message is that of DNS: only its port tells it from that. */
public final class MdnsProtocol {
    static final int PORT = 5353;

    private MdnsProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("mdns", "mDNS")
                .ports(Transport.UDP, PORT)
                .facts(LinkFacts.MDNS_ANSWER)
                .checks(LinkFacts.MDNS_CHECKS)
                .recognisedBy(MdnsProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new MdnsReader()))
                .build();
    }

    /** A question goes to the port, an answer comes from it or, to one who asked by multicast, goes to it. */
    private static Recognition recognition(Opening opening) {
        boolean usual = opening.initiatorPort() == PORT || opening.responderPort() == PORT;
        return usual && !DnsRecognition.usual(opening) && opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, MdnsProtocol::speaker)
                : Recognition.NO;
    }

    private static Speaker speaker(ByteView bytes) {
        if (!LinkMessage.mdns(bytes)) {
            return Speaker.NOBODY;
        }
        return LinkMessage.response(bytes) ? Speaker.SERVER : Speaker.CLIENT;
    }
}
