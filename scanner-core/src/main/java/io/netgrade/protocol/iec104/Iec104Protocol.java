// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iec104;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** IEC 60870-5-104 over TCP. */
public final class Iec104Protocol {
    private Iec104Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("iec104", "IEC 60870-5-104")
                .ports(Transport.TCP, 2404)
                .facts(Iec104Facts.UNIT, Iec104Facts.TRANSFER, Iec104Facts.AUTHENTICATION)
                .checks(Iec104Facts.CHECKS)
                .recognisedBy(Iec104Protocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new Iec104Reader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition said = Speaker.recognition(opening, Iec104Message::speaker);
        // The controlled station listens (§4): who was connected to is one, whatever was said first.
        boolean listens = said == Recognition.INITIATOR_SERVES && opening.initiatorKnown();
        return listens ? Recognition.RESPONDER_SERVES : said;
    }
}
