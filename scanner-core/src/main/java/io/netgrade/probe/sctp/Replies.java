// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;

/** Chunks that answer what came, until the next packet takes them along. What is more than half a packet is not answered. */
final class Replies {
    private static final int MOST = SctpPacket.LARGEST / 2;

    private ByteWriter waiting = new ByteWriter();

    /** What a HEARTBEAT bears goes back as it came (RFC 9260 section 8.3). */
    void beat(ByteView chunk) {
        if (roomFor(chunk)) {
            waiting.bytes(SctpPacket.chunk(Chunk.HEARTBEAT_ACK, 0, chunk.bytes(4, chunk.length() - 4)));
        }
    }

    /** A chunk whose sender wants to be told that nobody knows it (section 3.2). */
    void unknown(ByteView chunk) {
        if (roomFor(chunk)) {
            byte[] cause = ErrorCauses.cause(ErrorCauses.UNRECOGNIZED_CHUNK, chunk.bytes());
            waiting.bytes(SctpPacket.chunk(Chunk.ERROR, 0, cause));
        }
    }

    /** All of them, which are then not here any more. */
    byte[] taken() {
        byte[] chunks = waiting.written();
        waiting = new ByteWriter();
        return chunks;
    }

    private boolean roomFor(ByteView chunk) {
        return waiting.length() + chunk.length() <= MOST;
    }
}
