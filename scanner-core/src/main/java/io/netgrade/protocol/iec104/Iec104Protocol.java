// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iec104;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** IEC 60870-5-104 over TCP. */
public final class Iec104Protocol {
    private static final int PORT = 2404;

    private Iec104Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("iec104", "IEC 60870-5-104")
                .ports(Transport.TCP, PORT)
                .begins(Transport.TCP, Octets.of(Iec104Message.START))
                .facts(Iec104Facts.UNIT, Iec104Facts.TRANSFER, Iec104Facts.AUTHENTICATION)
                .checks(Iec104Facts.CHECKS)
                .recognisedBy(Iec104Protocol::recognition)
                .readBy(Iec104Protocol::reader)
                .sends("TESTFR act, once; never STARTDT, so that no data is transferred.")
                .asks(Transport.TCP, "iec104.test", Iec104Protocol::test)
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new Iec104Reader());
    }

    /** The test of a connection that nothing is sent on (IEC 60870-5-104 5.2). */
    private static Conversation test(Endpoint endpoint) {
        byte[] act = {Iec104Message.START, 4, Iec104Message.TEST_ACTIVATED, 0, 0, 0};
        return Script.of(endpoint, Iec104Protocol::reader)
                .says(act, Iec104Message::length)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        boolean usual = opening.responderPort() == PORT || opening.initiatorPort() == PORT;
        Recognition said = Speaker.recognition(opening, usual ? Iec104Message::speaker : Iec104Message::strictSpeaker);
        // The controlled station listens (§4): who was connected to is one, whatever was said first.
        boolean listens = said == Recognition.INITIATOR_SERVES && opening.initiatorKnown();
        return listens ? Recognition.RESPONDER_SERVES : said;
    }
}
