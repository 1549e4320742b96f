// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * How far the reading of captures is, for whoever shows it meanwhile, and the word that ends it: what was read until then
 * stands. One thread looks, others read.
 */
public final class ReadingWatch {
    private static final State NOTHING = new State("", 0, 0, 0);

    private final Object lock = new Object();
    private State state = NOTHING;
    private volatile boolean stopped;

    /**
     * @param input the capture that is read, as it was named
     * @param size bytes of the file; 0 where nobody knows
     * @param read bytes of it read so far, packed where it is packed
     * @param before bytes of the captures before it
     */
    public record State(String input, long size, long read, long before) {}

    public State state() {
        synchronized (lock) {
            return state;
        }
    }

    /** Ends the reading at the next opportunity. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /** A capture is begun. */
    void begin(String input, long size) {
        synchronized (lock) {
            state = new State(input, size, 0, state.before() + state.read());
        }
    }

    /** The bytes of the capture that was begun. Only one of several readers of the same bytes counts. */
    InputStream over(InputStream bytes, boolean counts) {
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int at, int count) throws IOException {
                if (stopped) {
                    throw new InterruptedIOException("interrupted");
                }
                int read = super.read(into, at, count);
                if (counts && read > 0) {
                    advance(read);
                }
                return read;
            }
        };
    }

    private void advance(int bytes) {
        synchronized (lock) {
            state = new State(state.input(), state.size(), state.read() + bytes, state.before());
        }
    }
}
