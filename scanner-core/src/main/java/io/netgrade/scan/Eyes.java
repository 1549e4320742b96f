// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.FrameSink;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.flow.FlowCoverage;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.packet.Shares;
import io.netgrade.wire.ByteView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several eyes that look through each capture side by side, a thread each, every one at the pairs of addresses that are
 * its share. Their number does not depend on the machine, and what they see is told in the order of the frames, so that
 * the same captures give the same observations everywhere.
 */
final class Eyes implements AutoCloseable {
    private static final int COUNT = 2;

    private final Shares shares = new Shares(COUNT);
    private final List<Eye> eyes = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, Eyes::thread);
    private final Consumer<List<Observation>> consumer;
    private final ReadingWatch watch;

    Eyes(Consumer<List<Observation>> consumer, ReadingWatch watch) {
        this.consumer = consumer;
        this.watch = watch;
        for (int share = 0; share < COUNT; share++) {
            eyes.add(new Eye(share));
        }
    }

    /** How much was read of a capture, and what was not seen of it. */
    record Looked(CaptureExtent extent, FlowCoverage coverage) {}

    /**
     * Looks through a file that can be read more than once; tells what was seen once all of it is read. When the thread
     * is interrupted the reading ends where it is, and the thread stays marked as interrupted.
     */
    Looked look(String name, Path file) throws NotACaptureException {
        List<Future<CaptureExtent>> looking = new ArrayList<>();
        for (Eye eye : eyes) {
            eye.packets.begin(name);
            looking.add(threads.submit(
                    () -> CaptureReader.read(file, bytes -> watch.over(bytes, eye.share == 0), eye)));
        }
        try {
            List<CaptureExtent> extents = new ArrayList<>();
            for (Future<CaptureExtent> reading : looking) {
                extents.add(ended(reading));
            }
            return new Looked(extents.get(0), coverage());
        } catch (NotACaptureException e) {
            coverage();
            throw e;
        } finally {
            tell();
        }
    }

    private FlowCoverage coverage() {
        return FlowCoverage.sum(eyes.stream().map(eye -> eye.packets.end()).toList());
    }

    private CaptureExtent ended(Future<CaptureExtent> reading) throws NotACaptureException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reading.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    watch.stop();
                }
            }
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static NotACaptureException fault(@Nullable Throwable cause) {
        if (cause instanceof NotACaptureException none) {
            return none;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a reader's fault", cause);
    }

    /** In the order of the frames, and each thing that was seen of a service once. */
    private void tell() {
        record Said(Sighting service, Fact fact) {}
        List<Observation> seen = new ArrayList<>();
        for (Eye eye : eyes) {
            seen.addAll(eye.seen);
            eye.seen.clear();
        }
        seen.sort(Comparator.comparingLong(one -> one.evidence().frame()));
        Set<Said> said = new HashSet<>();
        seen.removeIf(one -> !said.add(new Said(one.service(), one.fact())));
        consumer.accept(seen);
    }

    /** No capture follows: tells what only the end of all of them can show. */
    void finish() {
        eyes.forEach(eye -> eye.packets.finish());
        tell();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        eyes.forEach(eye -> eye.packets.close());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "eye");
        thread.setDaemon(true);
        return thread;
    }

    /** One of them, with what it has seen of the capture being read. */
    private final class Eye implements FrameSink {
        private final int share;
        private final List<Observation> seen = new ArrayList<>();
        private final PacketEye packets = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add);

        Eye(int share) {
            this.share = share;
        }

        @Override
        public void frame(
                ByteView frame, int linkType, long timeNanos, int capturedLength, long originalLength, long number) {
            if (shares.of(frame, linkType) == share) {
                packets.frame(frame, linkType, timeNanos, capturedLength, originalLength, number);
            }
        }
    }
}
