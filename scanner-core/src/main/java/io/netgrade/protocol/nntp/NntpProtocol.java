// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.LineDissector;
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
                .facts(NntpFacts.GREETING, NntpFacts.STARTTLS, NntpFacts.LOGIN, CommonFacts.SOFTWARE)
                .checks(NntpFacts.CHECKS)
                .recognisedBy(NntpProtocol::recognition)
                .readBy(opening -> new LineDissector(new NntpSession()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP ? NntpRecognition.of(opening) : Recognition.NO;
    }
}
