// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.PlacedOctets;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * An SCTP association of which each side has the same messages to say, some in fragments, sent in steps of two octets: kind,
 * and which chunk. A reader holds that each message it is given is one of those, whole.
 */
final class SpokenChunks {
    static final int BY_SERVER = 1;
    /** The packet goes on with the next step. */
    static final int BUNDLED = 2;

    static final int CUT = 4;
    static final int I_DATA = 8;
    static final int OPENS = 16;

    private static final int STEP = 2;
    /** So many chunks are a turn of messages: one whole, one in two parts, one in four. */
    private static final int TURN = 7;

    private static final int BEGIN = 2;
    private static final int END = 1;
    private static final FlowLimits LIMITS = new FlowLimits(4, 64, 1000, 128, 256, 1 << 12, 1 << 20);

    private final ByteBuffer steps;
    private final int[] first;
    private final int[] inOrder = new int[2];
    private final boolean[] orderly = {true, true};
    private final int[] kinds = new int[2];
    private final int[] heard = new int[2];

    SpokenChunks(ByteBuffer steps) {
        boolean numbered = steps.remaining() >= 8;
        this.first = numbered ? new int[] {steps.getInt(), steps.getInt()} : new int[2];
        this.steps = steps;
    }

    /** Where a chunk stands: of which message, from where to where, with which flags, as which fragment from 0. */
    private record Part(int message, int from, int to, int flags, int fragment) {
        static Part of(int chunk) {
            int turn = chunk / TURN * 3;
            return switch (chunk % TURN) {
                case 0 -> new Part(turn, 0, 12, BEGIN | END, 0);
                case 1 -> new Part(turn + 1, 0, 9, BEGIN, 0);
                case 2 -> new Part(turn + 1, 9, 20, END, 1);
                case 3 -> new Part(turn + 2, 0, 5, BEGIN, 0);
                case 4 -> new Part(turn + 2, 5, 9, 0, 1);
                case 5 -> new Part(turn + 2, 9, 30, 0, 2);
                default -> new Part(turn + 2, 30, 37, END, 3);
            };
        }

        static int length(int message) {
            return new int[] {12, 20, 37}[message % 3];
        }
    }

    FlowCoverage play() {
        try (PacketEye eye = new PacketEye(List.of(protocol()), LIMITS, one -> {})) {
            eye.begin("fuzz");
            for (long number = 1; steps.remaining() >= STEP; number++) {
                show(eye, number);
                promptly(0);
                promptly(1);
            }
            FlowCoverage coverage = eye.end();
            eye.finish();
            return coverage;
        }
    }

    private void show(PacketEye eye, long number) {
        int by = steps.get(steps.position()) & BY_SERVER;
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        boolean more = true;
        int kind = 0;
        while (more && steps.remaining() >= STEP) {
            kind = steps.get();
            chunks.writeBytes(chunk(kind, by, steps.get() & 0xFF));
            more = (kind & BUNDLED) != 0;
        }
        byte[] header = ByteBuffer.allocate(12)
                .putShort((short) (by == 0 ? 40_000 : 7000))
                .putShort((short) (by == 0 ? 7000 : 40_000))
                .array();
        ByteArrayOutputStream sctp = new ByteArrayOutputStream();
        sctp.writeBytes(header);
        sctp.writeBytes(chunks.toByteArray());
        byte[] packet = FrameBytes.ipv4(132, 0x0A00_0001 + by, 0x0A00_0002 - by, sctp.toByteArray());
        int cut = (kind & CUT) != 0 ? 1 + number % 2 == 0 ? 3 : 9 : 0;
        byte[] captured = Arrays.copyOf(packet, packet.length - cut);
        orderly[by] &= cut == 0;
        eye.frame(ByteView.of(captured), LinkType.RAW, number * 1000, captured.length, packet.length, number);
    }

    private byte[] chunk(int kind, int by, int number) {
        if ((kind & OPENS) != 0) {
            orderly[by] = false;
            return ByteBuffer.allocate(20)
                    .put((byte) (1 + by))
                    .put((byte) 0)
                    .putShort((short) 20)
                    .array();
        }
        orderly[by] &= number == inOrder[by];
        inOrder[by]++;
        Part part = Part.of(number);
        boolean numbered = (kind & I_DATA) != 0;
        // An association has fragments of one kind, and those of the other are parts of no message of these (RFC 8260
        // 2.2).
        kinds[by] |= numbered ? 2 : 1;
        orderly[by] &= kinds[by] != 3;
        int length = (numbered ? 20 : 16) + part.to() - part.from();
        ByteBuffer chunk = ByteBuffer.allocate(length + 3 & ~3)
                .put((byte) (numbered ? 64 : 0))
                .put((byte) part.flags())
                .putShort((short) length)
                .putInt(first[by] + number)
                .putInt(part.message() << 16);
        // Of I-DATA only the first fragment tells the payload protocol; the others tell their number (RFC 8260 2.1).
        chunk = numbered ? chunk.putInt(part.message()) : chunk;
        chunk.putInt(numbered && part.fragment() > 0 ? part.fragment() : 46);
        return chunk.put(PlacedOctets.of(2 * part.message() + by, part.from(), part.to() - part.from()))
                .array();
    }

    /** What comes in order is heard at once. */
    private void promptly(int by) {
        int turns = inOrder[by] / TURN * 3;
        int[] whole = {0, 1, 1, 2, 2, 2, 2};
        if (orderly[by] && heard[by] != turns + whole[inOrder[by] % TURN]) {
            throw new IllegalStateException(heard[by] + " messages heard of " + inOrder[by] + " chunks in order");
        }
    }

    private Protocol protocol() {
        return PlainProtocol.of("heard", "Heard")
                .ports(Transport.SCTP)
                .facts(FakeProtocol.LINE)
                .recognisedBy(opening -> Recognition.RESPONDER_SERVES)
                .readBy(opening -> (direction, bytes, sink) -> {
                    hear(direction, bytes.unread());
                    bytes.consumeAll();
                    return Progress.CONTINUE;
                })
                .build();
    }

    private void hear(Direction direction, ByteView said) {
        byte[] bytes = said.bytes();
        for (int by = 0; by < 2; by++) {
            for (int message = 0; message <= 0xFF / TURN * 3 + 2; message++) {
                int length = Part.length(message);
                if (bytes.length == length && Arrays.equals(bytes, PlacedOctets.of(2 * message + by, 0, length))) {
                    heard[by]++;
                    return;
                }
            }
        }
        throw new IllegalStateException(direction + " says what nobody sent, " + bytes.length + " octets");
    }
}
