// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/** An inbox that keeps what was not consumed and offers it again in front of what comes next. */
public final class HeldInbox implements Inbox {
    private final ByteView view = new ByteView();
    private byte[] held = new byte[0];
    private Carriage carriage = Carriage.UNKNOWN;

    /** Adds bytes behind what is unread. */
    public HeldInbox with(byte... bytes) {
        byte[] more = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, more, held.length, bytes.length);
        held = more;
        return this;
    }

    /** Says what carries the bytes. */
    public HeldInbox carriedBy(Carriage newest) {
        carriage = newest;
        return this;
    }

    @Override
    public Carriage carriage() {
        return carriage;
    }

    @Override
    public ByteView unread() {
        return view.wrap(held, 0, held.length);
    }

    @Override
    public void consume(int count) {
        held = Arrays.copyOfRange(held, count, held.length);
    }
}
