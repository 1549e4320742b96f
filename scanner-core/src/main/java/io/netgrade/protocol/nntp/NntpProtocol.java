// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** NNTP over TCP and TLS. */
public final class NntpProtocol {
    static final int PORT = 119;

    private NntpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("nntp", "NNTP")
                .ports(Transport.TCP, PORT)
                .facts(
                        NntpFacts.GREETING,
                        NntpFacts.STARTTLS,
                        NntpFacts.LOGIN,
                        CommonFacts.SOFTWARE,
                        CommonFacts.GREETING)
                .checks(NntpFacts.CHECKS)
                .recognisedBy(NntpProtocol::recognition)
                .readBy(NntpQuestion::reader)
                .serverSpeaksFirst()
                .sends(
                        "CAPABILITIES, then QUIT; the same once more behind STARTTLS where that is offered. Nobody is logged"
                                + " in, and no group or article is asked for.")
                .asks(Transport.TCP, "nntp.capabilities", NntpQuestion::inClear)
                .startsTlsBy(NntpQuestion::startTls)
                .asksBehindStartTls("nntp.capabilities-inside-tls", NntpQuestion::insideTls)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP ? NntpRecognition.of(opening) : Recognition.NO;
    }
}
