// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netty.channel.EventLoop;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes one step of a scheduler after another on the event loop, so many at a time that the sockets have their turn. */
// What fails in a step is told to the work itself.
@SuppressWarnings("FutureReturnValueIgnored")
final class Pump {
    /** Steps before the sockets have their turn again. */
    private static final int STEPS = 256;

    private final EventLoop loop;
    private final Work work;
    private @Nullable ScheduledFuture<?> wake;
    private boolean comes;
    private boolean failed;

    /** What is done step by step. */
    interface Work {
        /** Does one thing; false where there is nothing to do now. */
        boolean step();

        /** There is nothing to do now. */
        void rest();

        /** Something was done, and nothing will be at once. */
        void pause();

        /** A step threw: none is taken any more. */
        void failed(Throwable cause);
    }

    Pump(EventLoop loop, Work work) {
        this.loop = loop;
        this.work = work;
    }

    /** Takes steps after what happens now, and once, however often it is called. */
    void soon() {
        if (!comes) {
            comes = true;
            loop.execute(() -> guarded(this::now));
        }
    }

    /** Takes steps after so many nanoseconds; a time that was set before is forgotten. */
    void after(long nanos) {
        if (wake != null) {
            wake.cancel(false);
        }
        wake = loop.schedule(() -> guarded(this::now), nanos, TimeUnit.NANOSECONDS);
    }

    /** Takes steps now. */
    void now() {
        comes = false;
        for (int steps = 0; steps < STEPS; steps++) {
            if (!work.step()) {
                work.rest();
                return;
            }
        }
        soon();
    }

    /** Does something else that belongs to the work; its failure is the work's, so that nobody waits for ever. */
    void guarded(Runnable step) {
        if (failed) {
            return;
        }
        try {
            step.run();
            if (!comes) {
                work.pause();
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            work.failed(e);
        }
    }
}
