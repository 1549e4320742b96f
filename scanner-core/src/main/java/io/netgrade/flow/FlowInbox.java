// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;

/** What is lent to a reader during one call, in place; one object for all. */
final class FlowInbox implements Inbox {
    private final ByteView unread = new ByteView();
    private final Below below;
    private int consumed;

    FlowInbox(Below below) {
        this.below = below;
    }

    void over(ByteView bytes) {
        unread.wrap(bytes, 0, bytes.length());
        consumed = 0;
    }

    @Override
    public ByteView unread() {
        return unread;
    }

    @Override
    public void consume(int count) {
        unread.wrap(unread, count, unread.length() - count);
        consumed += count;
    }

    @Override
    public Carriage carriage() {
        return below;
    }

    @Override
    public void encloses(Enclosed kind, int from, int length) {
        below.encloses(kind, unread, from, length);
    }

    int consumed() {
        return consumed;
    }
}
