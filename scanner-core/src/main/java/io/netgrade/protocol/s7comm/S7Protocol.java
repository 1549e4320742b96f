// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.s7comm;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** S7comm and S7comm-plus. */
public final class S7Protocol {
    private S7Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("s7comm", "S7comm")
                .ports(Transport.TCP, 102)
                .begins(Transport.TCP, Octets.of(3))
                .facts(S7Facts.FUNCTION, S7Facts.VARIANT, CommonFacts.SOFTWARE)
                .checks(S7Facts.CHECKS)
                .recognisedBy(S7Protocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new S7Reader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP ? Speaker.recognition(opening, S7Message::speaker) : Recognition.NO;
    }
}
