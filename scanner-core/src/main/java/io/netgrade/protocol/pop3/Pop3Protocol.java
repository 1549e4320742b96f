// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pop3;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** POP3 (RFC 1939). */
public final class Pop3Protocol {
    private Pop3Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("pop3", "POP3")
                .ports(Transport.TCP, 110)
                .begins(Transport.TCP, Pop3Recognition.BEGINNINGS)
                .facts(
                        Pop3Facts.SERVICE,
                        Pop3Facts.AUTHENTICATION,
                        Pop3Facts.LOGIN_IN_CLEAR,
                        CommonFacts.SOFTWARE,
                        CommonFacts.GREETING)
                .checks(Pop3Facts.CHECKS)
                .recognisedBy(Pop3Recognition::of)
                .readBy(Pop3Question::reader)
                .serverSpeaksFirst()
                .sends("CAPA, then QUIT; the same once more behind STLS where that is offered. Nobody is logged in.")
                .asks(Transport.TCP, "pop3.capabilities", Pop3Question::inClear)
                .startsTlsBy(Pop3Question::startTls)
                .asksBehindStartTls("pop3.capabilities-inside-tls", Pop3Question::insideTls)
                .build();
    }
}
