// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.bench;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds a frame, from the file to the flow table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PassiveLine {
    private static final int FRAMES = 20_000;

    /** Flows that the frames are spread over: what a frame costs may not grow with it but for the caches. */
    @Param({"100", "10000", "1000000"})
    private int flows = 100;

    private byte[] capture = new byte[0];
    private final List<ByteView> frames = new ArrayList<>();
    private final Packet packet = new Packet();
    private PacketEye eye = new PacketEye(List.of(), FlowLimits.standard(), seen -> {});
    private long number;
    private int next;

    @Setup
    public void prepare() {
        capture = Traffic.capture(FRAMES, Math.min(flows, FRAMES / 2));
        for (int i = 0; i < FRAMES; i++) {
            frames.add(ByteView.of(Traffic.frame(spread(i), i % 2 == 1)));
        }
        eye = new PacketEye(List.of(), FlowLimits.standard(), seen -> {});
        eye.begin("bench");
        for (int flow = 0; flow < flows; flow++) {
            show(ByteView.of(Traffic.frame(flow, false)));
        }
    }

    private int spread(int index) {
        return (int) (index / 2 * 2_654_435_761L % flows);
    }

    private void show(ByteView frame) {
        number++;
        eye.frame(frame, 1, number, frame.length(), frame.length(), number);
    }

    /** The reader: records out of a file in memory. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public CaptureExtent reader() throws NotACaptureException {
        return CaptureReader.read("bench", new ByteArrayInputStream(capture), (f, l, t, c, o, n) -> {});
    }

    /** The decoder: Ethernet, IPv4 and TCP. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int decoder() {
        int ports = 0;
        for (ByteView frame : frames) {
            packet.read(frame, 1, frame.length());
            ports += packet.sourcePort();
        }
        return ports;
    }

    /** Decoder and flow table: frames of known flows. */
    @Benchmark
    public void flowTable() {
        next = next + 1 == FRAMES ? 0 : next + 1;
        show(frames.get(next));
    }
}
