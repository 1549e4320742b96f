// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/** An inbox over bytes that a test adds. */
final class HeldBytes implements Inbox {
    private byte[] bytes = new byte[0];

    static HeldBytes of(byte[] bytes) {
        HeldBytes held = new HeldBytes();
        held.add(bytes);
        return held;
    }

    void add(byte[] more) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        bytes = all;
    }

    @Override
    public ByteView unread() {
        return ByteView.of(bytes);
    }

    @Override
    public void consume(int count) {
        bytes = Arrays.copyOfRange(bytes, count, bytes.length);
    }
}
