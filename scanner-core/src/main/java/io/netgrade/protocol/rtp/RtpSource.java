// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.BitSet;

/** One synchronisation source: whether its packets follow each other, and what their lengths tell. */
final class RtpSource {
    /** Packets in sequence that make it sure enough; each binds some 44 bits of its header to the one before. */
    private static final int ENOUGH = 4;
    /** A larger step than this is no loss but another stream, or no RTP. */
    private static final int LARGEST_STEP = 50;

    private static final int PCMU = 0;
    private static final int PCMA = 8;
    private static final int G722 = 9;

    private final BitSet stated = new BitSet();
    private int id;
    private int type;
    private int sequence;
    private int timestamp;
    private int inSequence;
    private boolean settled;
    private String protection = "unknown";

    boolean is(int source) {
        return inSequence > 0 && id == source;
    }

    void begin(int source) {
        id = source;
        inSequence = 0;
        stated.clear();
    }

    /** @return whether enough packets have followed each other */
    boolean follow(ByteView packet, int at, int payload) {
        int step = (short) (RtpPacket.sequence(packet, at) - sequence);
        int elapsed = RtpPacket.timestamp(packet, at) - timestamp;
        boolean sameType = RtpPacket.type(packet, at) == type;
        if (inSequence == 0) {
            inSequence = 1;
        } else if (step > 0 && step <= LARGEST_STEP) {
            inSequence++;
            settled = sameType;
            protection = sameType && step == 1 ? protection(payload, elapsed) : "unknown";
        } else if (step > 0 || step < -LARGEST_STEP) {
            inSequence = 1;
        } else {
            // Sent twice, or overtaken.
            return inSequence >= ENOUGH;
        }
        type = RtpPacket.type(packet, at);
        sequence = RtpPacket.sequence(packet, at);
        timestamp = RtpPacket.timestamp(packet, at);
        return inSequence >= ENOUGH;
    }

    /**
     * G.711 and G.722 send one octet for each tick of the clock of 8 kHz (RFC 3551 §4.5): what is more than that is the
     * authentication tag of SRTP (RFC 3711 §5.2, RFC 7714 §13).
     */
    private String protection(int payload, int elapsed) {
        boolean constant = type == PCMU || type == PCMA || type == G722;
        int surplus = payload - elapsed;
        if (!constant || elapsed <= 0) {
            return "unknown";
        }
        return surplus == 0 ? "none" : surplus == 4 || surplus == 10 || surplus == 16 ? "srtp" : "unknown";
    }

    void state(ObservationSink sink) {
        int kind = 3 * type + (protection.equals("none") ? 1 : protection.equals("srtp") ? 2 : 0);
        // The first packet of another type tells nothing by the time since the one before.
        if (settled && !stated.get(kind)) {
            stated.set(kind);
            String encoding = RtpEncodings.of(type);
            sink.saw(RtpProtocol.STREAM.partial(type, encoding.isEmpty() ? null : encoding, protection));
        }
    }
}
