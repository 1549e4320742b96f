// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;

/** A connection or a datagram socket on which one errand is run. */
interface Line {
    /** Opens it; everything else follows on the event loop. */
    void open();

    /** Goes on with a TCP connection that is open already; the descriptor is the line's from now on. */
    void adopt(int descriptor);

    /** Ends it now, keeping what was seen. */
    void abandon(String why);

    /** Who sent it. Called on the event loop; of {@link #ended} and {@link #closed} each exactly once, in this order. */
    interface Watcher {
        /** An endpoint that was not reached before is open. */
        void reached(Errand errand, Attempt connect);

        void ended(Errand errand, Ended ended);

        /** The socket is gone. */
        void closed(Errand errand);
    }
}
