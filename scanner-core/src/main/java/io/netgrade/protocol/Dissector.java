// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;

/** Reads one flow that others had, as it lies in a capture. One object per flow; holds what it must remember of it. */
public interface Dissector {

    /** Called with new bytes of one direction, in order, until the answer is not {@link Progress#CONTINUE}. */
    Progress dissect(Direction direction, Inbox bytes, ObservationSink sink);

    /** Whether datagrams of which the end was not captured are of use to it; by default they are not. */
    default boolean readsCut() {
        return false;
    }

    /**
     * Whether the datagrams refused so far may still turn out to be of its protocol, where one alone has too few fixed
     * bits and only several that follow each other tell: it is kept, and nothing is said of it.
     */
    default boolean undecided() {
        return false;
    }

    /**
     * Called when bytes of a direction are missing for good (loss, snapshot length) before the next call.
     *
     * @return whether it can go on; by default it cannot
     */
    default boolean missed(Direction direction, long bytes) {
        return false;
    }
}
