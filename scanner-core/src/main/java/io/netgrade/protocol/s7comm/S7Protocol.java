// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.s7comm;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
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
import java.util.HexFormat;

/** S7comm and S7comm-plus. */
public final class S7Protocol {
    /** TPDU size 1024, own TSAP 0100, the controller's 0102: a programmer, rack 0, slot 2 (RFC 1006, X.224 13.3). */
    private static final byte[] CONNECT =
            HexFormat.of().parseHex("03000016" + "11e00000000100" + "c0010a" + "c1020100" + "c2020102");

    /** Job F0: one call at a time each way, messages of 480 octets. */
    private static final byte[] SET_UP =
            HexFormat.of().parseHex("03000019" + "02f080" + "32010000000100080000" + "f0000001000101e0");

    private S7Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("s7comm", "S7comm")
                .ports(Transport.TCP, 102)
                .begins(Transport.TCP, Octets.of(3))
                .facts(S7Facts.FUNCTION, S7Facts.VARIANT, CommonFacts.SOFTWARE)
                .checks(S7Facts.CHECKS)
                .recognisedBy(S7Protocol::recognition)
                .readBy(S7Protocol::reader)
                .sends(
                        "A connection request of ISO transport to rack 0, slot 2, and Setup Communication; nothing is read or written.")
                .asks(Transport.TCP, "s7comm.setup", S7Protocol::setup)
                .asksNothingOfSoftware()
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new S7Reader());
    }

    /** The two messages that every client of S7comm begins with. */
    private static Conversation setup(Endpoint endpoint) {
        return Script.of(endpoint, S7Protocol::reader)
                .says(CONNECT, S7Message::length)
                .says(SET_UP, S7Message::length)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP ? Speaker.recognition(opening, S7Message::speaker) : Recognition.NO;
    }
}
