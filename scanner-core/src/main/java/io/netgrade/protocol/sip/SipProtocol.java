// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;

/** SIP over UDP, TCP and SCTP, in clear and inside TLS. */
public final class SipProtocol {
    private SipProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("sip", "SIP")
                .ports(Transport.UDP, 5060)
                .ports(Transport.TCP, 5060, 5061)
                .ports(Transport.SCTP, 5060, 5061)
                .begins(Transport.UDP, SipGrammar.BEGINNINGS)
                .begins(Transport.TCP, SipGrammar.BEGINNINGS)
                .begins(Transport.SCTP, SipGrammar.BEGINNINGS)
                .facts(
                        SipFacts.SERVICE,
                        SipFacts.ALLOWED,
                        SipFacts.CHALLENGE,
                        SipFacts.REGISTRATION,
                        SipFacts.ADMISSION,
                        SipFacts.SECURITY_AGREEMENT,
                        SipFacts.CREDENTIALS,
                        SipFacts.MEDIA_OFFERED,
                        SipFacts.MEDIA_AGREED,
                        SipFacts.INTERNAL_ADDRESS,
                        SipFacts.SUBSCRIBER_IDENTITY,
                        CommonFacts.SOFTWARE)
                .checks(SipFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(opening -> opening.transport() == Transport.IP
                        ? Recognition.NO
                        : Speaker.recognition(opening, SipGrammar::speaker))
                .readBy(SipProtocol::reader)
                .sends("One OPTIONS outside a dialog with Max-Forwards 0, over UDP, TCP or inside TLS; from"
                        + " sip:netgrade@netgrade.invalid. No credentials.")
                .asks(Transport.UDP, "sip.options", SipOptions::to)
                .asks(Transport.TCP, "sip.options", SipOptions::to)
                .build();
    }

    static Dissector reader(Opening opening) {
        boolean stream = opening.transport() == Transport.TCP;
        return new MessageDissector(opening.transport(), new SipReader(stream));
    }
}
