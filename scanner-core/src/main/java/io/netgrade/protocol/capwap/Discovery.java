// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/**
 * One Discovery Request (RFC 5415 §5.1) of an access point that says no more of itself than it must; a controller answers
 * whoever discovers it and keeps nothing until somebody joins. The answer is about as long as the question.
 */
final class Discovery {
    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;
    /** Two words of header, radio 0, the binding of 802.11 (RFC 5415 §4.3). */
    private static final int HEADER = 0x0010_0200;

    private static final int HEADER_OCTETS = 8;
    private static final int DISCOVERY_TYPE = 20;
    private static final int BOARD_DATA = 38;
    private static final int DESCRIPTOR = 39;
    private static final int FRAME_TUNNEL_MODE = 41;
    private static final int MAC_TYPE = 44;
    private static final int RADIO_INFORMATION = 1048;
    private static final byte[] NAME = "netgrade".getBytes(US_ASCII);

    private Discovery() {}

    static Conversation of(Endpoint endpoint) {
        int sequence = new SecureRandom().nextInt(1 << 8);
        ByteWriter elements = new ByteWriter();
        element(elements, DISCOVERY_TYPE, new ByteWriter().u8(0));
        element(elements, BOARD_DATA, named(named(new ByteWriter().u32(0), 0), 1));
        ByteWriter descriptor = new ByteWriter().u8(1).u8(0).u8(1).u8(1).u16(0);
        element(elements, DESCRIPTOR, software(software(software(descriptor, 0), 1), 2));
        element(elements, FRAME_TUNNEL_MODE, new ByteWriter().u8(4));
        element(elements, MAC_TYPE, new ByteWriter().u8(0));
        element(elements, RADIO_INFORMATION, new ByteWriter().u8(1).u32(1));
        byte[] request = new ByteWriter()
                .u32(HEADER)
                .u32(0)
                .u32(REQUEST)
                .u8(sequence)
                .u16(3 + elements.length())
                .u8(0)
                .bytes(elements.written())
                .written();
        return Script.of(endpoint, opening -> Datagrams.readBy(new CapwapReader("control")))
                .says(request, answer -> length(answer, sequence))
                .whole(fact -> fact.is(CapwapFacts.CONTROLLER))
                .build();
    }

    private static long length(ByteView answer, int sequence) {
        boolean ours = CapwapPacket.message(answer) == RESPONSE
                && answer.u8(CapwapPacket.headerLength(answer) + HEADER_OCTETS / 2) == sequence;
        return ours ? answer.length() : MessageGrammar.BROKEN;
    }

    private static void element(ByteWriter elements, int type, ByteWriter value) {
        elements.u16(type).u16(value.length()).bytes(value.written());
    }

    /** Model and serial number (RFC 5415 §4.6.40). */
    private static ByteWriter named(ByteWriter board, int type) {
        return board.u16(type).u16(NAME.length).bytes(NAME);
    }

    /** Hardware, active software and boot version (RFC 5415 §4.6.41). */
    private static ByteWriter software(ByteWriter descriptor, int type) {
        return descriptor.u32(0).u16(type).u16(NAME.length).bytes(NAME);
    }
}
