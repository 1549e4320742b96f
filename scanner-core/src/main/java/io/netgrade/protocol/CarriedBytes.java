// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.wire.ByteView;

/** One side of a stream that comes in pieces; keeps what its reader leaves, up to a bound. */
final class CarriedBytes implements Inbox {
    /** The longest record of TLS, twice. */
    private static final int MOST_UNREAD = 1 << 15;

    private final ByteView unread = new ByteView();
    private byte[] held = new byte[0];
    private int from;
    private int end;

    /** Puts bytes behind those that are here; false where they are too many. */
    boolean append(ByteView packet, int at, int length) {
        int kept = end - from;
        if (kept + length > MOST_UNREAD) {
            return false;
        }
        if (held.length < kept + length) {
            byte[] larger = new byte[Math.max(kept + length, Math.min(MOST_UNREAD, 2 * held.length))];
            System.arraycopy(held, from, larger, 0, kept);
            held = larger;
        } else {
            System.arraycopy(held, from, held, 0, kept);
        }
        packet.copyTo(held, kept, at, length);
        from = 0;
        end = kept + length;
        show();
        return true;
    }

    @Override
    public ByteView unread() {
        return unread;
    }

    @Override
    public void consume(int count) {
        from += count;
        show();
    }

    private void show() {
        unread.wrap(held, from, end - from);
    }
}
