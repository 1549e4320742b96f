// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iax2;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/** POKE (RFC 5456 §6.7.1), which asks whether a server lives and begins no call, and an ACK of the answer; 12 octets each. */
final class Iax2Poke implements Conversation {
    private static final int FULL = 0x8000;
    private static final int ACK = 4;

    private final int call = new SecureRandom().nextInt(1, FULL);

    @Override
    public void opened(Peer peer) {
        peer.send(frame(0, 0, 0, Iax2Frame.POKE));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView frame = bytes.unread();
        boolean ours = Iax2Frame.sound(frame) && (frame.u16(2) & (FULL - 1)) == call;
        if (!ours) {
            return Progress.MALFORMED;
        }
        new Iax2Dissector().dissect(Direction.FROM_SERVER, bytes, sink);
        int subclass = Iax2Frame.subclass(frame);
        if (subclass != ACK) {
            peer.send(frame(frame.u16(0) & (FULL - 1), frame.u32(4), 1, ACK));
        }
        return Progress.DONE;
    }

    /** An ACK bears the time of the frame that it is for (RFC 5456 §6.9.1). */
    private byte[] frame(int destination, long time, int sequence, int subclass) {
        return new ByteWriter()
                .u16(FULL | call)
                .u16(destination)
                .u32(time)
                .u8(sequence)
                .u8(sequence)
                .u8(Iax2Frame.IAX)
                .u8(subclass)
                .written();
    }
}
