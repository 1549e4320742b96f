// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lends the buffers in which flows keep bytes, so many in all, and keeps those given back for the next. */
final class BufferPool {
    private static final int SMALLEST = 2048;
    private static final int SIZES = 12;

    private final List<ArrayDeque<byte[]>> free = new ArrayList<>();
    private final long most;
    private long lent;

    BufferPool(long most) {
        this.most = most;
        for (int i = 0; i < SIZES; i++) {
            free.add(new ArrayDeque<>());
        }
    }

    /** A buffer of at least so many bytes; null where all flows together hold too much already. */
    byte @Nullable [] lend(int bytes) {
        int size = 0;
        while (size < SIZES - 1 && SMALLEST << size < bytes) {
            size++;
        }
        int capacity = SMALLEST << size;
        if (capacity < bytes || lent + capacity > most) {
            return null;
        }
        lent += capacity;
        byte[] kept = free.get(size).poll();
        return kept == null ? new byte[capacity] : kept;
    }

    void giveBack(byte[] buffer) {
        lent -= buffer.length;
        free.get(Integer.numberOfTrailingZeros(buffer.length / SMALLEST)).push(buffer);
    }

    /** Bytes lent now. */
    long lent() {
        return lent;
    }
}
