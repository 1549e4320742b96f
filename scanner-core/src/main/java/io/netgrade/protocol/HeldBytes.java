// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.wire.ByteView;
import java.util.Objects;

/** What one side said and nobody has consumed yet. Bounded by whoever adds to it. */
public final class HeldBytes implements Inbox {
    private final ByteView view = new ByteView();
    private byte[] bytes = new byte[512];
    private int from;
    private int to;
    private Carriage carriage = Carriage.UNKNOWN;

    /** Adds the first {@code count} bytes of an array. */
    public void add(byte[] more, int count) {
        if (to + count > bytes.length) {
            int kept = to - from;
            byte[] room = kept + count > bytes.length ? new byte[Math.max(kept + count, 2 * bytes.length)] : bytes;
            System.arraycopy(bytes, from, room, 0, kept);
            bytes = room;
            from = 0;
            to = kept;
        }
        System.arraycopy(more, 0, bytes, to, count);
        to += count;
    }

    /** Says what the headers below tell of the bytes that are added from now on. */
    public void carriage(Carriage told) {
        carriage = told;
    }

    @Override
    public Carriage carriage() {
        return carriage;
    }

    public void clear() {
        from = to;
    }

    @Override
    public ByteView unread() {
        return view.wrap(bytes, from, to - from);
    }

    @Override
    public void consume(int count) {
        Objects.checkFromIndexSize(0, count, to - from);
        from += count;
        unread();
    }
}
