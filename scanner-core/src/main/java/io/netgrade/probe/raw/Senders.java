// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that send: the caller's, and beside it a second where the pace may be more than one carries. Where packets
 * are answered within the call that sends them, as between namespaces of one machine, a call takes ten microseconds.
 */
final class Senders implements AutoCloseable {
    /** Packets a second that one thread carries anywhere. */
    static final int ONE_CARRIES = 20_000;
    /** With fewer endpoints a second thread is not worth its beginning. */
    private static final int MANY = 8_192;

    private static final long NAP = 200_000;

    /** Makes those that send; each has its own ways out. */
    interface Maker {
        Sender make() throws RawSocketException;
    }

    private final Maker maker;
    private final Ears ears;
    private final boolean two;
    private final List<Sender> senders = new ArrayList<>();
    private volatile @Nullable Throwable fault;

    /** @param perSecond the fastest pace */
    Senders(Maker maker, Ears ears, int perSecond) throws RawSocketException {
        this.maker = maker;
        this.ears = ears;
        this.two = perSecond > ONE_CARRIES && Runtime.getRuntime().availableProcessors() > 1;
        senders.add(maker.make());
    }

    /** Sends to all of a pass; false where an interrupt ended it early. */
    boolean send(Pass pass) throws RawSocketException {
        if (!two || pass.board().unanswered() < MANY) {
            return send(pass, senders.get(0));
        }
        if (senders.size() < 2) {
            senders.add(maker.make());
        }
        Thread other = new Thread(() -> sendBeside(pass, senders.get(1)), "netgrade-probes");
        other.setDaemon(true);
        other.start();
        try {
            return send(pass, senders.get(0));
        } finally {
            pass.end();
            awaitEnd(other);
        }
    }

    private void sendBeside(Pass pass, Sender sender) {
        try {
            send(pass, sender);
        } catch (RawSocketException | RuntimeException | Error e) {
            fault = e;
        }
    }

    private boolean send(Pass pass, Sender sender) throws RawSocketException {
        int[] indices = new int[Batch.MOST];
        while (!pass.over()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            int count = pass.claim(indices);
            for (int i = 0; i < count; i++) {
                sender.add(pass.board(), indices[i]);
            }
            sender.flush();
            if (count == 0) {
                LockSupport.parkNanos(Math.max(NAP, pass.pause(lost())));
            }
        }
        return true;
    }

    /** Ends what open ports began meanwhile. */
    void rest() throws RawSocketException {
        senders.get(0).flush();
        LockSupport.parkNanos(NAP);
    }

    /** Packets that were sent so far. */
    long packets() {
        return senders.stream().mapToLong(Sender::packets).sum();
    }

    /** Packets and answers that were lost on this machine so far, for want of room. */
    long lost() throws RawSocketException {
        Throwable gone = fault;
        if (gone != null) {
            throw new RawSocketException(gone);
        }
        long lost = ears.dropped();
        for (Sender sender : senders) {
            lost += sender.pushedBack();
        }
        return lost;
    }

    /** However often this thread is interrupted meanwhile: the other is about to end. */
    private static void awaitEnd(Thread other) {
        boolean interrupted = false;
        while (other.isAlive()) {
            try {
                other.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        senders.forEach(Sender::close);
    }
}
