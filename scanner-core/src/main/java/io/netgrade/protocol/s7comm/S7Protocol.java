// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.s7comm;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.HexFormat;

/** S7comm and S7comm-plus. */
public final class S7Protocol {
    /** TPDU size 1024, own TSAP 0100, the controller's that of a programmer, rack 0 and a slot (RFC 1006, X.224 13.3). */
    private static final String CONNECT = "03000016" + "11e00000000100" + "c0010a" + "c1020100" + "c20201";

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
                        "A connection request of ISO transport to rack 0, slot 2, where that is refused slot 1 and then slot 0, each"
                                + " on a connection of its own, and Setup Communication; nothing is read or written.")
                // Where the processor of an S7-300 is, of an S7-1200 or S7-1500, and where a soft one may be.
                .asks(Transport.TCP, "s7comm.setup", endpoint -> setup(endpoint, 2))
                .asks(Transport.TCP, "s7comm.setup-slot-1", endpoint -> setup(endpoint, 1))
                .asks(Transport.TCP, "s7comm.setup-slot-0", endpoint -> setup(endpoint, 0))
                .inAttempts()
                .asksNothingOfSoftware()
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new S7Reader());
    }

    /** The two messages that every client of S7comm begins with. */
    private static Conversation setup(Endpoint endpoint, int slot) {
        byte[] connect = HexFormat.of().parseHex(CONNECT + HexFormat.of().toHexDigits((byte) slot));
        return Script.of(endpoint, S7Protocol::reader)
                .opens(connect, S7Message::length)
                .says(SET_UP, S7Protocol::answer)
                .build();
    }

    /** Behind the same transport are others, such as MMS, which answer in words of their own. */
    private static long answer(ByteView unread) {
        long length = S7Message.length(unread);
        boolean whole = length > 0 && length <= unread.length();
        boolean other = whole && S7Message.speaker(unread) != Speaker.SERVER;
        return other ? MessageGrammar.BROKEN : length;
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP ? Speaker.recognition(opening, S7Message::speaker) : Recognition.NO;
    }
}
