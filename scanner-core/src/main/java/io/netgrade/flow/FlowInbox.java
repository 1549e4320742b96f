// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;

/** What is lent to a reader during one call, in place; one object for all. */
final class FlowInbox implements Inbox {
    private final ByteView unread = new ByteView();
    private int consumed;

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

    int consumed() {
        return consumed;
    }
}
