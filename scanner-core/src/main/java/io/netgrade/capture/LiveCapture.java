// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.capture.LiveCaptureException.Reason;
import io.netgrade.wire.ByteView;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.Pcaps;
import org.pcap4j.core.RawPacketListener;

/** Listens on an interface, through Pcap4J and the system's libpcap. Raw frames only: Pcap4J takes none apart. */
public final class LiveCapture implements AutoCloseable {
    private static final int KERNEL_BUFFER = 64 << 20;
    private static final int LONGEST_FRAME = 262_144;
    /** How long, in milliseconds, frames may wait in the kernel's buffer. */
    private static final int PATIENCE = 100;
    /**
     * Nanoseconds between two looks while nothing comes. A blocking look would not end before the next frame, whatever
     * the time (libpcap, pcap_dispatch on TPACKET_V3).
     */
    private static final int PAUSE = 20_000_000;

    private final String interfaceName;
    private final PcapHandle handle;
    private volatile boolean stopped;

    private LiveCapture(String interfaceName, PcapHandle handle) {
        this.interfaceName = interfaceName;
        this.handle = handle;
    }

    /**
     * Opens an interface; frames are kept from now on.
     *
     * @param filter a BPF expression as tcpdump takes it; empty for everything
     */
    public static LiveCapture open(String interfaceName, String filter) throws LiveCaptureException {
        List<String> known = interfaces();
        if (!known.contains(interfaceName)) {
            throw new LiveCaptureException(
                    Reason.NO_INTERFACE, interfaceName + ": no such interface; there are " + String.join(", ", known));
        }
        PcapHandle handle = opened(interfaceName);
        try {
            handle.setBlockingMode(BlockingMode.NONBLOCKING);
            if (!filter.isBlank()) {
                handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            }
            return new LiveCapture(interfaceName, handle);
        } catch (PcapNativeException | NotOpenException e) {
            handle.close();
            throw new LiveCaptureException(Reason.FILTER, "filter \"" + filter + "\": " + e.getMessage());
        }
    }

    /** The names of the interfaces that can be listened on. */
    public static List<String> interfaces() throws LiveCaptureException {
        try {
            return Pcaps.findAllDevs().stream()
                    .map(PcapNetworkInterface::getName)
                    .toList();
        } catch (PcapNativeException e) {
            throw LiveCaptureException.refused("interfaces", String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            throw LiveCaptureException.noLibrary();
        }
    }

    private static PcapHandle opened(String interfaceName) throws LiveCaptureException {
        try {
            return new PcapHandle.Builder(interfaceName)
                    .snaplen(LONGEST_FRAME)
                    .bufferSize(KERNEL_BUFFER)
                    .promiscuousMode(PromiscuousMode.PROMISCUOUS)
                    .timeoutMillis(PATIENCE)
                    .timestampPrecision(TimestampPrecision.NANO)
                    .build();
        } catch (PcapNativeException e) {
            throw LiveCaptureException.refused(interfaceName, String.valueOf(e.getMessage()));
        }
    }

    /** As libpcap numbers them. */
    public int linkType() {
        return handle.getDlt().value();
    }

    /** Hands frames on until {@link #stop} is called, the thread is interrupted, or the time is over. */
    public CaptureExtent listen(Duration time, FrameSink sink) throws LiveCaptureException {
        FrameTally tally = new FrameTally(sink);
        int linkType = linkType();
        long end = System.nanoTime() + nanos(time);
        RawPacketListener listener = bytes -> hear(bytes, linkType, tally);
        try {
            while (!stopped && !Thread.currentThread().isInterrupted() && System.nanoTime() - end < 0) {
                if (handle.dispatch(-1, listener) == 0) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
            countDrops(tally);
        } catch (InterruptedException e) {
            // Pcap4J's word for breakLoop, which nobody calls: a stop all the same.
            Thread.currentThread().interrupt();
        } catch (PcapNativeException | NotOpenException e) {
            throw LiveCaptureException.refused(interfaceName, String.valueOf(e.getMessage()));
        }
        return tally.extent();
    }

    /** Ends {@link #listen} within a moment; from any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        handle.close();
    }

    private void hear(byte[] bytes, int linkType, FrameTally tally) {
        @Nullable Integer original = handle.getOriginalLength();
        long length = original == null ? bytes.length : original;
        tally.frame(ByteView.of(bytes), 0, bytes.length, length, linkType, nanos(handle.getTimestamp()));
    }

    private void countDrops(FrameTally tally) throws PcapNativeException, NotOpenException {
        PcapStat counts = handle.getStats();
        tally.dropped(counts.getNumPacketsDropped() + counts.getNumPacketsDroppedByIf());
    }

    /** At most a century: what the clock of the virtual machine can add. */
    private static long nanos(Duration time) {
        return Math.min(time.toSeconds(), 100L * 366 * 86_400) * 1_000_000_000L + time.toNanosPart();
    }

    private static long nanos(Timestamp time) {
        return Math.floorDiv(time.getTime(), 1000L) * 1_000_000_000L + time.getNanos();
    }
}
