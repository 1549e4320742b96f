// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.capture.AnswerTap;
import io.netgrade.capture.LiveCaptureException;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Hears the answers that come in at one interface, in a thread of its own, until it is closed. */
final class Ear implements AutoCloseable {
    private static final long FAREWELL_MILLIS = 2_000;

    /** Takes what frames say; called by several threads. */
    interface Listener {
        /** @param resets of the interface */
        void heard(Finding finding, Answers answer, KernelResets resets);
    }

    private final AnswerTap tap;
    private final Hearer hearer;
    private final Thread thread;
    private volatile @Nullable Throwable fault;

    /** Takes frames; called by several threads, each frame valid during the call only. */
    interface Hearer {
        void frame(ByteView frame, int linkType, long originalLength);
    }

    private Ear(AnswerTap tap, Hearer hearer) {
        this.tap = tap;
        this.hearer = hearer;
        this.thread = new Thread(this::listen, "netgrade-answers");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Frames are kept from now on.
     *
     * @param answers this ear's alone
     */
    static Ear at(String interfaceName, String filter, Answers answers, KernelResets resets, Listener listener)
            throws RawSocketException {
        return at(interfaceName, filter, AnswerTap.HEADERS, (frame, linkType, original) -> {
            Finding finding = answers.read(frame, linkType, original);
            if (finding != Finding.SILENT) {
                listener.heard(finding, answers, resets);
            } else if (!resets.known() && answers.isReset()) {
                resets.heard(answers.spot());
            }
        });
    }

    /** Hears less from now on. */
    void narrow(String filter) {
        tap.narrow(filter);
    }

    /**
     * The same for whole frames.
     *
     * @param octets of a frame that are kept
     */
    static Ear at(String interfaceName, String filter, int octets, Hearer hearer) throws RawSocketException {
        try {
            return new Ear(AnswerTap.open(interfaceName, filter, octets), hearer);
        } catch (LiveCaptureException e) {
            throw new RawSocketException(e);
        }
    }

    /** Frames that were lost for want of room. */
    long dropped() throws RawSocketException {
        Throwable gone = fault;
        if (gone != null) {
            throw new RawSocketException(gone);
        }
        return tap.dropped();
    }

    @Override
    public void close() {
        tap.stop();
        boolean interrupted = false;
        try {
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (!thread.isAlive()) {
            tap.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try {
            tap.listen((frame, linkType, time, captured, original, number) -> hearer.frame(frame, linkType, original));
        } catch (LiveCaptureException | RuntimeException | Error e) {
            fault = e;
        }
    }
}
