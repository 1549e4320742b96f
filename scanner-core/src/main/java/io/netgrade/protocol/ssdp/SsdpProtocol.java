// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssdp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.List;

/** SSDP, the discovery of UPnP. */
public final class SsdpProtocol {
    /** What each later version of a gateway must answer for as well (UDA 2.0, 1.3.2). */
    private static final String GATEWAY = "urn:schemas-upnp-org:device:InternetGatewayDevice:1";

    private static final Protocol PROTOCOL = PlainProtocol.of("ssdp", "SSDP")
            .ports(Transport.UDP, 1900)
            .begins(Transport.UDP, Octets.in("MNH"))
            .strength(Strength.MAGIC)
            .facts(SsdpFacts.MESSAGE, SsdpFacts.OFFER, CommonFacts.SOFTWARE)
            .checks(List.of(
                    FieldCheck.of("ssdp.message", "Which kinds of message are said.", SsdpFacts.MESSAGE, "kind"),
                    FieldCheck.of(
                            "ssdp.internet-gateway",
                            "Whether a gateway that maps ports for anybody is announced.",
                            SsdpFacts.OFFER,
                            "internet-gateway")))
            .recognisedBy(SsdpProtocol::recognise)
            .readBy(SsdpProtocol::reader)
            .sends(
                    "M-SEARCH for root devices, and where one answers for an Internet gateway, to the address itself and to no"
                            + " group.")
            .asks(Transport.UDP, "ssdp.search", SsdpProtocol::search)
            .onUsualPortsOnly()
            .build();

    private SsdpProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Dissector reader(Opening opening) {
        return Datagrams.readBy((inbox, said) -> {
            SsdpMessage message = SsdpMessage.read(inbox.unread());
            if (message != null) {
                message.state(said);
            }
            return message != null;
        });
    }

    /** Who has no gateway is silent to the second search: that none was told of proves nothing. */
    private static Conversation search(Endpoint endpoint) {
        return Script.of(endpoint, SsdpProtocol::reader)
                .says(searching(endpoint, "upnp:rootdevice"))
                .says(searching(endpoint, GATEWAY))
                .build();
    }

    /** A unicast search (UDA 2.0, 1.3.2), which has no MX field. */
    private static byte[] searching(Endpoint endpoint, String target) {
        return ("M-SEARCH * HTTP/1.1\r\nHOST: " + endpoint.authority() + "\r\nMAN: \"ssdp:discover\"\r\nST: " + target
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        SsdpMessage.Kind kind = SsdpMessage.kind(Datagrams.of(opening));
        if (kind == null) {
            return Recognition.NO;
        }
        return kind == SsdpMessage.Kind.SEARCH ? Datagrams.receiverServes(opening) : Datagrams.senderServes(opening);
    }
}
