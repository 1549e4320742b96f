// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one direction that were not read yet and had to be copied: a flow's opening until a protocol recognises it,
 * then what its reader leaves. Holds no buffer while it is empty.
 */
final class Unread {
    private final BufferPool pool;
    private byte @Nullable [] buffer;
    private int from;
    private int shown;
    private int end;

    Unread(BufferPool pool) {
        this.pool = pool;
    }

    boolean isEmpty() {
        return end == from;
    }

    /** Bytes kept. */
    int length() {
        return end - from;
    }

    /** Copies bytes behind those that are here; false where the pool has no room for them. */
    boolean append(ByteView bytes) {
        byte[] into = room(bytes.length());
        if (into == null) {
            return false;
        }
        bytes.copyTo(into, end, 0, bytes.length());
        end += bytes.length();
        shown = end;
        return true;
    }

    private byte @Nullable [] room(int more) {
        byte[] old = buffer;
        if (old != null && old.length - end >= more) {
            return old;
        }
        int kept = end - from;
        if (old != null && old.length - kept >= more) {
            System.arraycopy(old, from, old, 0, kept);
        } else {
            byte[] larger = pool.lend(kept + more);
            if (larger == null) {
                return null;
            }
            if (old != null) {
                System.arraycopy(old, from, larger, 0, kept);
                pool.giveBack(old);
            }
            buffer = larger;
        }
        from = 0;
        end = kept;
        shown = kept;
        return buffer;
    }

    /** What comparing bytes with those kept leads to. */
    enum Compared {
        DIFFERENT,
        SAME,
        /** Not all of them are here any more, and those that are here are the same. */
        UNKNOWN
    }

    /**
     * Compares bytes with those kept.
     *
     * @param behind bytes that were appended since the last of them
     * @param kept points at those kept afterwards
     */
    Compared compare(ByteView bytes, long behind, ByteView kept) {
        byte[] held = buffer;
        int here = (int) Math.max(0, Math.min(bytes.length(), end - from - behind));
        if (held == null || here == 0) {
            return Compared.UNKNOWN;
        }
        kept.wrap(held, (int) (end - behind - here), here);
        boolean same = bytes.holds(bytes.length() - here, kept, 0, here);
        return !same ? Compared.DIFFERENT : here == bytes.length() ? Compared.SAME : Compared.UNKNOWN;
    }

    /** Points a view at the bytes that are shown: all of them, unless {@link #hide} was called. */
    void show(ByteView view) {
        byte[] held = buffer;
        if (held == null || shown == from) {
            view.clear();
        } else {
            view.wrap(held, from, shown - from);
        }
    }

    /** Shows none of the bytes, so that they can be shown little by little, as they came. */
    void hide() {
        shown = from;
    }

    /** Shows all of the bytes again. */
    void unhide() {
        shown = end;
    }

    void showMore(int bytes) {
        shown = Math.min(end, shown + bytes);
    }

    /** Drops bytes from the front. */
    void drop(int bytes) {
        from += bytes;
        shown = Math.max(shown, from);
        if (from == end) {
            clear();
        }
    }

    void clear() {
        if (buffer != null) {
            pool.giveBack(buffer);
            buffer = null;
        }
        from = 0;
        shown = 0;
        end = 0;
    }
}
