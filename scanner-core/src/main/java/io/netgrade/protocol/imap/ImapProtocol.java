// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** IMAP4 (RFC 9051). */
public final class ImapProtocol {
    private ImapProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("imap", "IMAP")
                .ports(Transport.TCP, 143)
                .begins(Transport.TCP, ImapRecognition.BEGINNINGS)
                .facts(
                        ImapFacts.SERVICE,
                        ImapFacts.AUTHENTICATION,
                        ImapFacts.LOGIN_IN_CLEAR,
                        CommonFacts.SOFTWARE,
                        CommonFacts.GREETING)
                .checks(ImapFacts.CHECKS)
                .recognisedBy(ImapRecognition::of)
                .readBy(ImapQuestion::reader)
                .serverSpeaksFirst()
                .sends(
                        "CAPABILITY and ID, which tells nothing of us, then LOGOUT; CAPABILITY and LOGOUT once more behind STARTTLS"
                                + " where that is offered. Nobody is logged in.")
                .asks(Transport.TCP, "imap.capabilities", ImapQuestion::inClear)
                .startsTlsBy(ImapQuestion::startTls)
                .asksBehindStartTls("imap.capabilities-inside-tls", ImapQuestion::insideTls)
                .build();
    }
}
