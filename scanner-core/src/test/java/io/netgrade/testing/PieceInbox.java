// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/** An inbox for streams that come in many small pieces: what is unread is moved only where it no longer has room. */
final class PieceInbox implements Inbox {
    private final ByteView unread = new ByteView();
    private byte[] held = new byte[64];
    private int from;
    private int to;
    private int overwritten;
    private Carriage carriage = Carriage.UNKNOWN;

    void add(byte[] bytes, int at, int count) {
        // What was read is gone with the call that read it: whoever still looks at it sees that.
        Arrays.fill(held, overwritten, from, (byte) 0xA5);
        overwritten = from;
        if (to + count > held.length) {
            byte[] room = to - from + count > held.length / 2 ? new byte[2 * (to - from + count)] : held;
            System.arraycopy(held, from, room, 0, to - from);
            held = room;
            to -= from;
            from = 0;
            overwritten = 0;
        }
        System.arraycopy(bytes, at, held, to, count);
        to += count;
        show();
    }

    void carriedBy(Carriage newest) {
        carriage = newest;
    }

    void clear() {
        from = to;
        show();
    }

    private void show() {
        unread.wrap(held, from, to - from);
    }

    @Override
    public ByteView unread() {
        return unread;
    }

    @Override
    public void consume(int count) {
        unread.wrap(unread, count, unread.length() - count);
        from += count;
    }

    @Override
    public Carriage carriage() {
        return carriage;
    }
}
