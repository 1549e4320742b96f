// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CarriedTls;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Sides;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;

/** Reads the packets of both sides up to where TLS in the control channel is ciphered, or cannot be read. */
final class OpenvpnDissector implements Dissector {
    private static final int CONTROL_1 = 4;
    private static final int LAST_OPCODE = 11;
    private static final int MOST_PACKETS = 1024;
    private static final int SESSION = 9;
    private static final int REPLAY = 8;
    private static final int OTHER_SESSION = 8;

    private final boolean stream;
    private final ByteView packet = new ByteView();
    private final CarriedTls tls;
    private final Sides<OpenvpnControl> controls;
    private int wrapping = OpenvpnReset.NONE;
    private boolean answered;
    private boolean chosen;
    private int packets;

    OpenvpnDissector(Opening opening) {
        this.stream = opening.transport() == Transport.TCP;
        this.tls = new CarriedTls(opening);
        this.controls = Sides.each(() -> new OpenvpnControl(tls));
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        if (!stream) {
            progress = packet(direction, bytes.unread(), sink);
            bytes.consumeAll();
            return progress;
        }
        while (progress == Progress.CONTINUE && bytes.unread().length() >= 2) {
            int length = bytes.unread().u16(0);
            if (bytes.unread().length() < length + 2) {
                return progress;
            }
            progress = packet(direction, packet.wrap(bytes.unread(), 2, length), sink);
            bytes.consume(length + 2);
        }
        return progress;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return !stream;
    }

    private Progress packet(Direction direction, ByteView bytes, ObservationSink sink) {
        int opcode = bytes.length() == 0 ? 0 : bytes.u8(0) >>> 3;
        if (opcode == 0 || opcode > LAST_OPCODE) {
            return Progress.MALFORMED;
        }
        boolean server = direction == Direction.FROM_SERVER;
        int reset = OpenvpnReset.wrapping(bytes, 0, bytes.length());
        if (reset != OpenvpnReset.NONE && (server || wrapping == OpenvpnReset.NONE)) {
            // A client of the second version of tls-crypt begins with a packet of its own; the server's looks as in the
            // first.
            wrapping = wrapping == OpenvpnReset.CRYPT_2 ? wrapping : reset;
            answered |= server;
            state(opcode, sink);
        }
        if (opcode == CONTROL_1 && isReadable()) {
            control(direction, bytes, sink);
        }
        packets++;
        boolean told = answered && (!isReadable() || (chosen && tls.isOver()));
        return told || packets >= MOST_PACKETS ? Progress.DONE : Progress.CONTINUE;
    }

    private boolean isReadable() {
        return wrapping == OpenvpnReset.PLAIN || wrapping >= OpenvpnReset.AUTH;
    }

    private void state(int opcode, ObservationSink sink) {
        String name = switch (wrapping) {
            case OpenvpnReset.PLAIN -> "none";
            case OpenvpnReset.CRYPT -> "tls-crypt";
            case OpenvpnReset.CRYPT_2 -> "tls-crypt-v2";
            default -> "tls-auth";
        };
        int digest = wrapping >= OpenvpnReset.AUTH ? wrapping - OpenvpnReset.AUTH : 0;
        boolean first = opcode == OpenvpnReset.CLIENT_1 || opcode == OpenvpnReset.SERVER_1;
        sink.saw(OpenvpnFacts.CONTROL.partial(name, digest == 0 ? null : digest, first ? 1 : 2));
    }

    /** What is acknowledged, a number, and the next piece of TLS. */
    private void control(Direction direction, ByteView bytes, ObservationSink sink) {
        ByteCursor cursor = ByteCursor.of(bytes);
        cursor.skip(SESSION + (wrapping >= OpenvpnReset.AUTH ? wrapping - OpenvpnReset.AUTH + REPLAY : 0));
        int acknowledged = cursor.u8();
        cursor.skip(acknowledged == 0 ? 0 : acknowledged * 4L + OTHER_SESSION);
        long number = cursor.u32();
        int length = cursor.remaining();
        if (!cursor.intact() || length == 0) {
            return;
        }
        int from = bytes.length() - length;
        if (direction == Direction.FROM_SERVER && !chosen) {
            chosen = OpenvpnTls.read(new ByteCursor().over(bytes, from, length), sink);
        }
        controls.of(direction).take(direction, number, bytes, from, sink);
    }
}
