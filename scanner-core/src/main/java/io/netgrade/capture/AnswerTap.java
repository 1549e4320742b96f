// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.capture.LiveCaptureException.Reason;
import io.netgrade.wire.ByteView;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.RawPacketListener;

/**
 * Hears the answers to packets of our own making: the headers of what comes in at one interface and passes a filter, soon
 * after it came. Unlike {@link LiveCapture} it hears nothing that is meant for others, and tells no times.
 */
public final class AnswerTap implements AutoCloseable {
    private static final int KERNEL_BUFFER = 32 << 20;
    /** Octets of a frame that hold its headers, and those that ICMP quotes. */
    public static final int HEADERS = 256;

    /** How long, in milliseconds, frames may wait in the kernel's buffer. */
    private static final int PATIENCE = 1;
    /** Nanoseconds between two looks while nothing comes. */
    private static final int PAUSE = 500_000;
    /** Nanoseconds between two counts of what was lost. */
    private static final long COUNT = 50_000_000;

    private final String interfaceName;
    private final PcapHandle handle;
    private final int octets;
    private volatile boolean stopped;
    private volatile long dropped;
    private volatile @Nullable String narrower;

    private AnswerTap(String interfaceName, int octets, PcapHandle handle) {
        this.octets = octets;
        this.interfaceName = interfaceName;
        this.handle = handle;
    }

    /**
     * Opens an interface; frames are kept from now on.
     *
     * @param filter a BPF expression as tcpdump takes it
     */
    public static AnswerTap open(String interfaceName, String filter) throws LiveCaptureException {
        return open(interfaceName, filter, HEADERS);
    }

    /** @param octets of a frame that are kept */
    public static AnswerTap open(String interfaceName, String filter, int octets) throws LiveCaptureException {
        PcapHandle handle = opened(interfaceName, octets);
        try {
            handle.setBlockingMode(BlockingMode.NONBLOCKING);
            handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            return new AnswerTap(interfaceName, octets, handle);
        } catch (PcapNativeException | NotOpenException e) {
            handle.close();
            throw new LiveCaptureException(Reason.FILTER, "filter \"" + filter + "\": " + e.getMessage());
        }
    }

    private static PcapHandle opened(String interfaceName, int octets) throws LiveCaptureException {
        try {
            return new PcapHandle.Builder(interfaceName)
                    .snaplen(octets)
                    .bufferSize(KERNEL_BUFFER)
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(PATIENCE)
                    .build();
        } catch (PcapNativeException e) {
            throw LiveCaptureException.refused(interfaceName, String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            throw LiveCaptureException.noLibrary();
        }
    }

    /** Hands frames on until {@link #stop} is called; they have neither time nor number. */
    public void listen(FrameSink sink) throws LiveCaptureException {
        int linkType = handle.getDlt().value();
        ByteView view = new ByteView();
        RawPacketListener listener =
                bytes -> sink.frame(view.wrap(bytes, 0, bytes.length), linkType, 0, bytes.length, onWire(bytes), 0);
        long counted = System.nanoTime();
        try {
            while (!stopped) {
                String wanted = narrower;
                if (wanted != null) {
                    handle.setFilter(wanted, BpfCompileMode.OPTIMIZE);
                    narrower = null;
                }
                if (handle.dispatch(-1, listener) == 0) {
                    LockSupport.parkNanos(PAUSE);
                }
                if (System.nanoTime() - counted > COUNT) {
                    dropped = handle.getStats().getNumPacketsDropped();
                    counted = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            // Pcap4J's word for breakLoop, which nobody calls: a stop all the same.
            Thread.currentThread().interrupt();
        } catch (PcapNativeException | NotOpenException e) {
            throw LiveCaptureException.refused(interfaceName, String.valueOf(e.getMessage()));
        }
    }

    /** What was cut off is as long as can be: nothing asks how long it was. */
    private int onWire(byte... frame) {
        return frame.length < octets ? frame.length : 0xFFFF;
    }

    /** Frames that the kernel had no room for; at most a twentieth of a second old. */
    public long dropped() {
        return dropped;
    }

    /** Hears from now on what passes another filter; from any thread, while {@link #listen} runs. */
    public void narrow(String filter) {
        narrower = filter;
    }

    /** Ends {@link #listen} within a moment; from any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        handle.close();
    }
}
