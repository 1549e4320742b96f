// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.List;

/** XMPP, the Extensible Messaging and Presence Protocol. */
public final class XmppProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("xmpp", "XMPP")
            .ports(Transport.TCP, 5222, 5269)
            .begins(Transport.TCP, Octets.in("< \t\r\n"))
            .strength(Strength.MAGIC)
            .facts(XmppFacts.FEATURES, XmppFacts.CREDENTIALS_IN_CLEAR)
            .checks(List.of(
                    FieldCheck.of(
                                    "xmpp.starttls",
                                    "Whether a stream in clear must change to TLS (RFC 6120 section 5.3.1).",
                                    XmppFacts.FEATURES,
                                    "starttls")
                            .inClear(),
                    FieldCheck.of(
                                    "xmpp.mechanisms-in-clear",
                                    "The SASL mechanisms that are offered where nothing encrypts them.",
                                    XmppFacts.FEATURES,
                                    "mechanisms")
                            .inClear(),
                    FieldCheck.of(
                                    "xmpp.credentials-in-clear",
                                    "The class of credentials that clients send where nothing encrypts them.",
                                    XmppFacts.CREDENTIALS_IN_CLEAR,
                                    "class")
                            .inClear()))
            .recognisedBy(XmppProtocol::recognise)
            .readBy(XmppQuestion::reader)
            .sends(
                    "A stream to the domain that the address is, up to the server's features, and its end; the same once more"
                            + " behind STARTTLS where that is offered. Nobody is logged in.")
            .asks(Transport.TCP, "xmpp.features", XmppQuestion::features)
            .startsTlsBy(XmppQuestion::startTls)
            .asksBehindStartTls("xmpp.features-inside-tls", XmppQuestion::features)
            .build();

    private XmppProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Recognition recognise(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, XmppStream::speaker)
                : Recognition.NO;
    }
}
