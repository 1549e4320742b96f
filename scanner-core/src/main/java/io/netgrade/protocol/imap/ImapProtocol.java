// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** IMAP4 (RFC 9051). */
public final class ImapProtocol {
    private ImapProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("imap", "IMAP")
                .ports(Transport.TCP, 143)
                .begins(Transport.TCP, ImapRecognition.BEGINNINGS)
                .facts(ImapFacts.SERVICE, ImapFacts.AUTHENTICATION, ImapFacts.LOGIN_IN_CLEAR, CommonFacts.SOFTWARE)
                .checks(ImapFacts.CHECKS)
                .recognisedBy(ImapRecognition::of)
                .readBy(opening -> new LineDissector(new ImapSession(opening.initiatorKnown())))
                .build();
    }
}
