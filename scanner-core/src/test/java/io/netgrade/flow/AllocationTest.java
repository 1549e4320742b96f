// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.wire.ByteView;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate of the fast path: once a flow is done, or nobody knows it, its packets cost no allocation. */
class AllocationTest {
    private static final int PACKETS = 30_000;
    private static final int BATCHES = 5;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ByteView view = new ByteView();
    private long number;

    @Test
    void allocatesNothingForPacketsOfFlowsThatAreDone() {
        List<byte[]> frames = new ArrayList<>();
        for (int port = 1; port <= 50; port++) {
            frames.addAll(connection(port, "HI\ndone\n"));
            frames.add(Wire.udp(true, port, "HI\ndone\n"));
        }

        assertThat(allocatedPerBatch(frames)).isZero();
    }

    @Test
    void allocatesNothingForFlowsThatNobodyRecognises() {
        List<byte[]> frames = new ArrayList<>();
        for (int port = 1; port <= 50; port++) {
            frames.addAll(connection(port, "what is this\n"));
            frames.add(Wire.udp(true, port, "what is this\n"));
        }

        assertThat(allocatedPerBatch(frames)).isZero();
    }

    @Test
    void allocatesNothingForNewFlowsThatNobodyRecognises() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            frames.addAll(connection(1 + i, i % 2 == 0 ? "what is this\n" : "H"));
        }

        assertThat(allocatedPerBatch(frames)).isZero();
    }

    private static List<byte[]> connection(int port, String text) {
        return List.of(
                Wire.tcp(true, port, 100, 0, FrameBytes.SYN, ""),
                Wire.tcp(false, port, 200, 101, FrameBytes.SYN | FrameBytes.ACK, ""),
                Wire.tcp(true, port, 101, 201, FrameBytes.ACK, text),
                Wire.tcp(false, port, 201, 102, FrameBytes.ACK, "ok\n"),
                Wire.tcp(true, port, 101 + text.length(), 201, FrameBytes.ACK, text),
                Wire.tcp(true, port, 101 + 3 * text.length(), 201, FrameBytes.ACK, text));
    }

    /**
     * Bytes allocated by a batch of packets in the steady state, in a table too small to know all flows at once. The least
     * of several batches: the virtual machine's own work (a class linked late) may fall into one, but not into all.
     */
    private long allocatedPerBatch(List<byte[]> frames) {
        FlowLimits limits = new FlowLimits(500, 4096, 8, 1 << 16, 1 << 16, 64 << 20, 1 << 20);
        PacketEye eye = new PacketEye(List.of(FakeProtocol.saying("fake", "HI")), limits, one -> {});
        eye.begin("loop");
        int rounds = PACKETS / frames.size();
        long thread = Thread.currentThread().getId();
        walk(eye, frames, rounds);
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long before = threads.getThreadAllocatedBytes(thread);
            walk(eye, frames, rounds);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }

    private void walk(PacketEye eye, List<byte[]> frames, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < frames.size(); i++) {
                byte[] frame = frames.get(i);
                number++;
                eye.frame(view.wrap(frame, 0, frame.length), LinkType.RAW, number, frame.length, frame.length, number);
            }
        }
    }
}
