// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.probe.Standing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on the disk how far a run is, from a thread of its own: first the evidence, then the place, so that nothing which
 * the place calls done can be lost. A disk that fails is said once, and the run goes on.
 */
public final class PlaceKeeper implements Consumer<Standing>, Closeable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Path folder;
    private final Collector collector;
    private final Consumer<String> said;
    private final Thread thread = new Thread(this::keep, "place");
    private RunPlace place;
    private @Nullable Standing told;
    private boolean closing;
    private boolean failed;

    /**
     * Begins with a place that was written already.
     *
     * @param said is told once, in one line, where the place cannot be kept any more
     */
    public PlaceKeeper(RunPlace begun, Path folder, Collector collector, Consumer<String> said) {
        this.place = begun;
        this.folder = folder;
        this.collector = collector;
        this.said = said;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void accept(Standing standing) {
        told = standing;
        notifyAll();
    }

    /** Keeps the last standing; then says whether everything was visited. */
    public void over(boolean allVisited) {
        close();
        write(place.at(place.standing(), allVisited));
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        for (Standing next = next(); next != null; next = next()) {
            write(place.at(next, false));
        }
    }

    /** The newest standing that is not kept yet, once there is one; null at the end. */
    private synchronized @Nullable Standing next() {
        try {
            while (told == null && !closing) {
                wait();
            }
        } catch (InterruptedException e) {
            return null;
        }
        Standing next = told;
        told = null;
        return next;
    }

    private void write(RunPlace now) {
        try {
            collector.force();
            now.write(folder);
            place = now;
        } catch (IOException e) {
            if (!failed) {
                failed = true;
                said.accept(folder + ": how far the run is cannot be kept, the probe goes on: " + e.getMessage());
            }
        }
    }
}
