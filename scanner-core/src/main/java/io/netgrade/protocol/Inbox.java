// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.wire.ByteView;

/**
 * The bytes of one direction that were not consumed yet, in order. For datagrams, one datagram, gone after the call.
 *
 * <p>A reader consumes what it has read whole and leaves the rest: it is offered again, in front of what comes next.
 * Leaving bytes costs a copy and is bounded; a reader that needs more than the bound is ended by its runner, and the end
 * is counted.
 */
public interface Inbox {
    /** The unconsumed bytes; valid until {@link #consume} or the end of the call. */
    ByteView unread();

    /** Drops the first {@code count} unread bytes. */
    void consume(int count);

    /** Drops all of them. */
    default void consumeAll() {
        consume(unread().length());
    }
}
