// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
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
                .readBy(MdnsProtocol::reader)
                .sends("One query for the types of service (_services._dns-sd._udp.local), to the address itself.")
                .asks(Transport.UDP, "mdns.services", MdnsProtocol::services)
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.UDP, new MdnsReader(full(opening)));
    }

    /** Service type enumeration (RFC 6763 9) of who does not listen at the port, so that it is answered there (RFC 6762 6.7). */
    private static Conversation services(Endpoint endpoint) {
        byte[] query = "ng\0\0\0\1\0\0\0\0\0\0\11_services\7_dns-sd\4_udp\5local\0\0\14\0\1".getBytes(US_ASCII);
        return Script.of(endpoint, MdnsProtocol::reader)
                .says(query, MdnsProtocol::answer)
                .build();
    }

    private static long answer(ByteView datagram) {
        boolean answers = LinkMessage.mdns(datagram) && LinkMessage.response(datagram);
        return answers ? datagram.length() : MessageGrammar.BROKEN;
    }

    /**
     * Who speaks from the port listens there and answers (RFC 6762 §5.2, §11): such hosts are peers. Others ask once, and
     * are answered at their own ports (§6.7).
     */
    private static Recognition recognition(Opening opening) {
        boolean usual = opening.initiatorPort() == PORT || opening.responderPort() == PORT;
        if (!usual || DnsRecognition.usual(opening) || opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        Recognition said = Speaker.recognition(opening, MdnsProtocol::speaker);
        return said != Recognition.NO && full(opening) ? Recognition.PEERS : said;
    }

    /** Whether both ends are at the port. */
    private static boolean full(Opening opening) {
        return opening.initiatorPort() == PORT && opening.responderPort() == PORT;
    }

    private static Speaker speaker(ByteView bytes) {
        if (!LinkMessage.mdns(bytes)) {
            return Speaker.NOBODY;
        }
        return LinkMessage.response(bytes) ? Speaker.SERVER : Speaker.CLIENT;
    }
}
