// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.wire.ByteView;
import java.util.Objects;

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

    /** What the headers below tell of the newest of these bytes. */
    default Carriage carriage() {
        return Carriage.UNKNOWN;
    }

    /**
     * Says that a packet of another network lies in these bytes: it is looked at for itself once the call is over. One
     * packet a call; called before the bytes are consumed.
     *
     * @param from where in {@link #unread} it begins
     */
    default void encloses(Enclosed kind, int from, int length) {
        Objects.checkFromIndexSize(from, length, unread().length());
    }

    /** Drops all of them. */
    default void consumeAll() {
        consume(unread().length());
    }
}
