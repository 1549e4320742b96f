// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteWriter;

/**
 * Start-Control-Connection-Request (RFC 2637 §2.1), 156 octets as its reply, and Stop-Control-Connection-Request (§2.3). No call
 * is asked for.
 */
final class PptpStart {
    private static final int MAGIC = 0x1A2B_3C4D;
    private static final int START = 1;
    private static final int STOP = 3;
    private static final int START_OCTETS = 156;
    private static final int STOP_OCTETS = 16;
    private static final int VERSION = 0x0100;
    private static final int NAME_OCTETS = 64;
    private static final String NAME = "netgrade";

    private PptpStart() {}

    static Conversation to(Endpoint endpoint) {
        byte[] name = NAME.getBytes(US_ASCII);
        // Asynchronous and synchronous framing, analogue and digital access, no channels, no revision.
        byte[] start = message(START_OCTETS, START)
                .u16(VERSION)
                .u16(0)
                .u32(3)
                .u32(3)
                .u16(0)
                .u16(0)
                .bytes(name)
                .zeros(NAME_OCTETS - name.length)
                .zeros(NAME_OCTETS)
                .written();
        byte[] stop = message(STOP_OCTETS, STOP).u8(1).u8(0).u16(0).written();
        PptpMessages grammar = new PptpMessages();
        return Script.of(endpoint, opening -> new MessageDissector(opening.transport(), new PptpMessages()))
                .says(start, answer -> grammar.length(Direction.FROM_SERVER, answer))
                .parts(stop)
                .build();
    }

    private static ByteWriter message(int octets, int type) {
        return new ByteWriter().u16(octets).u16(1).u32(MAGIC).u16(type).u16(0);
    }
}
