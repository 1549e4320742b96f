// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netgrade.packet.Fragments;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.packet.Packet;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reading a frame, taking its headers apart, and putting its datagram together cost no allocation, however many come. */
class ReaderAllocationTest {
    private static final int FEW = 4_000;
    private static final int MANY = 40_000;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Packet packet = new Packet(Fragments.standard());
    private long datagrams;
    private long parts;
    private long time;

    @Test
    void allocatesNothingPerFrameOfPcap() {
        assertThat(perFrame(pcap(FEW), pcap(MANY))).isZero();
        assertThat(datagrams).isPositive();
        assertThat(parts).isPositive();
    }

    @Test
    void allocatesNothingPerFrameOfPcapng() {
        assertThat(perFrame(pcapng(FEW), pcapng(MANY))).isZero();
    }

    /** What many frames allocate more than few; the least of several rounds, as the virtual machine's own work is not ours. */
    private long perFrame(byte[] few, byte[] many) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6 && least != 0; round++) {
            least = Math.min(least, Math.max(0, allocated(many) - allocated(few)));
        }
        return least;
    }

    private long allocated(byte[] capture) {
        long thread = Thread.currentThread().getId();
        ByteArrayInputStream stream = new ByteArrayInputStream(capture);
        FrameSink sink = (frame, linkType, nanos, captured, original, number) ->
                count(packet.read(frame, linkType, original, time++));
        long before = threads.getThreadAllocatedBytes(thread);
        try {
            CaptureReader.read("x", stream, sink);
        } catch (NotACaptureException e) {
            throw new IllegalStateException(e);
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    private void count(Packet.Kind kind) {
        datagrams += kind == Packet.Kind.UDP ? 1 : 0;
        parts += kind == Packet.Kind.FRAGMENT ? 1 : 0;
    }

    private static byte[] pcap(int frames) {
        CaptureBytes bytes = CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, LinkType.RAW);
        for (int i = 0; i < frames; i++) {
            byte[] frame = frame(i);
            bytes.record(i, 0, frame.length, frame);
        }
        return bytes.bytes();
    }

    private static byte[] pcapng(int frames) {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                .section(ByteOrder.LITTLE_ENDIAN)
                .interfaceOf(LinkType.RAW, 0, 9);
        for (int i = 0; i < frames; i++) {
            byte[] frame = frame(i);
            bytes.enhanced(0, i, frame.length, frame);
        }
        return bytes.bytes();
    }

    /** Datagrams, every other one in two parts. */
    private static byte[] frame(int i) {
        byte[] datagram = FrameBytes.udp(1000 + i % 100, 53, new byte[40]);
        if (i % 3 == 0) {
            return FrameBytes.ipv4(17, 1, 2, datagram);
        }
        boolean first = i % 3 == 1;
        byte[] part = first ? Arrays.copyOf(datagram, 24) : Arrays.copyOfRange(datagram, 24, datagram.length);
        byte[] frame = FrameBytes.ipv4(17, 1, 2, first ? 0x2000 : 3, new byte[0], part);
        ByteBuffer.wrap(frame).putShort(4, (short) (i / 3));
        return frame;
    }
}
