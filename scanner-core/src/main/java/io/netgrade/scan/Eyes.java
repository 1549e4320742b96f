// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Statement;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several eyes that look through each capture side by side, a thread each, every one at the pairs of addresses that are
 * its share, which a reader hands to them. Their number does not depend on the machine, and what they see is told in the
 * order of the frames, so that the same captures give the same observations everywhere.
 */
final class Eyes implements AutoCloseable {
    private static final int COUNT = 2;

    private final Shares shares = new Shares(COUNT);
    private final List<Eye> eyes = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT + 1, Eyes::thread);
    private final Consumer<List<Observation>> consumer;
    private final ReadingWatch watch;

    Eyes(Consumer<List<Observation>> consumer, ReadingWatch watch) {
        this.consumer = consumer;
        this.watch = watch;
        for (int share = 0; share < COUNT; share++) {
            eyes.add(new Eye());
        }
    }

    /** How much was read of a capture, and what was not seen of it. */
    record Looked(CaptureExtent extent, FlowCoverage coverage) {}

    /**
     * Looks through a file; tells what was seen once all of it is read. When the thread is interrupted the reading ends
     * where it is, and the thread stays marked as interrupted.
     */
    Looked look(String name, Path file) throws NotACaptureException {
        List<Future<?>> looking = new ArrayList<>();
        for (Eye eye : eyes) {
            eye.packets.begin(name);
            looking.add(threads.submit(eye));
        }
        Future<CaptureExtent> reading = threads.submit(() -> read(file));
        try {
            CaptureExtent extent = ended(reading);
            endedAll(looking);
            return new Looked(extent, coverage());
        } catch (NotACaptureException e) {
            endedAll(looking);
            coverage();
            throw e;
        } finally {
            tell();
        }
    }

    /** Reads the file once, and hands each frame to the eye whose share it is. */
    private CaptureExtent read(Path file) throws NotACaptureException, InterruptedException {
        try {
            return CaptureReader.read(file, bytes -> watch.over(bytes, true), this::hand);
        } finally {
            for (Eye eye : eyes) {
                eye.frames.end();
            }
        }
    }

    private void hand(
            ByteView frame, int linkType, long timeNanos, int capturedLength, long originalLength, long number) {
        try {
            eyes.get(shares.of(frame, linkType)).frames.put(frame, linkType, timeNanos, originalLength, number);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a reader that an eye still listens to", e);
        }
    }

    private FlowCoverage coverage() {
        return FlowCoverage.sum(eyes.stream().map(eye -> eye.packets.end()).toList());
    }

    private void endedAll(List<Future<?>> looking) throws NotACaptureException {
        for (Future<?> one : looking) {
            ended(one);
        }
    }

    private <T> T ended(Future<T> work) throws NotACaptureException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
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
        List<Observation> seen = new ArrayList<>();
        for (Eye eye : eyes) {
            seen.addAll(eye.seen);
            eye.seen.clear();
        }
        seen.sort(Comparator.comparingLong(one -> one.evidence().frame()));
        Set<Statement> said = new HashSet<>();
        seen.removeIf(one -> !said.add(new Statement(one.service(), one.fact())));
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
        Thread thread = new Thread(work, "eyes");
        thread.setDaemon(true);
        return thread;
    }

    /** One of them, with what it has seen of the capture being read. */
    private static final class Eye implements Callable<Boolean> {
        private final FrameQueue frames = new FrameQueue();
        private final List<Observation> seen = new ArrayList<>();
        private final PacketEye packets = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add);

        @Override
        public Boolean call() throws InterruptedException {
            frames.giveTo(packets::frame);
            return true;
        }
    }
}
