// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.testing.PlacedOctets;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A TCP connection of which every octet tells its place, sent in steps of three octets: kind, where in the stream, how much.
 * A reader holds what it is given against every place that it may stand in.
 */
final class SpokenSegments {
    static final int BY_SERVER = 1;
    static final int SYN = 2;
    static final int FIN = 4;
    static final int CUT = 8;
    /** Other octets in the same places. */
    static final int LIES = 16;
    /** A new connection between the same ports. */
    static final int ANEW = 32;
    /** So many octets further on. */
    static final int FAR = 64;

    static final int RST = 128;

    private static final int STEP = 3;
    private static final int FURTHER = 256;
    private static final int PLACES = 1024;
    private static final int ANOTHER = 0x0100_0000;
    private static final FlowLimits LIMITS = new FlowLimits(4, 64, 2, 128, 256, 1 << 12, 1 << 13);

    private final ByteBuffer steps;
    private final int[] first;
    private boolean lied;

    SpokenSegments(ByteBuffer steps) {
        boolean numbered = steps.remaining() >= 8;
        this.first = numbered ? new int[] {steps.getInt(), steps.getInt()} : new int[2];
        this.steps = steps;
    }

    FlowCoverage play() {
        HeardStreams heard = new HeardStreams(this::mayStand);
        try (PacketEye eye = new PacketEye(List.of(heard.protocol()), LIMITS, one -> {})) {
            eye.begin("fuzz");
            for (long number = 1; steps.remaining() >= STEP; number++) {
                show(eye, number);
            }
            FlowCoverage coverage = eye.end();
            eye.finish();
            return coverage;
        }
    }

    private void show(PacketEye eye, long number) {
        int kind = steps.get();
        int place = (steps.get() & 0xFF) + ((kind & FAR) != 0 ? FURTHER : 0);
        int length = steps.get() & 0xFF;
        if ((kind & ANEW) != 0) {
            first[0] += ANOTHER;
            first[1] -= ANOTHER;
            kind = SYN;
        }
        byte[] segment = segment(kind, place, (kind & SYN) != 0 ? 0 : length);
        int cut = (kind & CUT) != 0 ? Math.min(length / 2, segment.length - 40) : 0;
        byte[] captured = Arrays.copyOf(segment, segment.length - cut);
        eye.frame(ByteView.of(captured), LinkType.RAW, number * 1000, captured.length, segment.length, number);
    }

    private byte[] segment(int kind, int place, int length) {
        int by = kind & BY_SERVER;
        byte[] said = PlacedOctets.of(by, place, length);
        if ((kind & LIES) != 0) {
            lied = true;
            for (int i = 0; i < length; i++) {
                said[i] = lie(said[i]);
            }
        }
        boolean opens = (kind & SYN) != 0;
        int flags = FrameBytes.PSH
                | (opens ? FrameBytes.SYN : 0)
                | ((kind & FIN) != 0 ? FrameBytes.FIN : 0)
                | ((kind & RST) != 0 ? FrameBytes.RST : 0)
                | (opens && by == 0 ? 0 : FrameBytes.ACK);
        int sequence = opens ? first[by] : first[by] + 1 + place;
        int from = by == 0 ? 40_000 : 7000;
        byte[] tcp = FrameBytes.tcp(from, 47_000 - from, sequence, first[1 - by] + 1, flags, said);
        return FrameBytes.ipv4(6, 0x0A00_0001 + by, 0x0A00_0002 - by, tcp);
    }

    private static byte lie(byte octet) {
        return (byte) (octet ^ 0xFF);
    }

    /** Whether an octet may stand in a place, where the places of the server are behind those of the client. */
    private boolean mayStand(int place, byte octet) {
        byte sent = PlacedOctets.at(place / PLACES, place % PLACES);
        return octet == sent || (lied && octet == lie(sent));
    }

    /** Whether an octet may stand in a place. */
    interface Places {
        boolean mayHold(int place, byte octet);
    }

    static int places() {
        return 2 * PLACES;
    }
}
