// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A connection that waits to be made.
 *
 * @param endpoint where to
 * @param place in the order of visits; of no meaning where the dispatch itself wants to know
 * @param examination whose it is; null where the dispatch itself wants to know, and where it is made once it is needed: most
 *     ports are closed
 * @param errand what for; null where that is not known before it is made
 * @param syns SYNs that were sent for it before, on connections that never opened
 */
record Turn(
        Endpoint endpoint,
        long place,
        @Nullable Examination examination,
        @Nullable Errand errand,
        int syns) {
    /** The first contact with a TCP port. */
    static Turn first(Endpoint endpoint, long place) {
        return new Turn(endpoint, place, null, null, 0);
    }

    static Turn of(Examination examination, Errand errand) {
        return new Turn(errand.endpoint(), examination.place(), examination, errand, 0);
    }

    /** A connection for its own sake. */
    static Turn knock(Errand errand) {
        return new Turn(errand.endpoint(), Long.MAX_VALUE, null, errand, 0);
    }

    /** The same once more, after so many SYNs in all. */
    Turn again(int all) {
        return new Turn(endpoint, place, examination, errand, all);
    }

    InetAddress address() {
        return endpoint.address();
    }

    /** Whether nothing belongs to it but the wish to know whether the host is there. */
    boolean isKnock() {
        return examination == null && errand != null;
    }

    /** What an attempt is called that does not get as far as a question. */
    String firstQuestion() {
        return errand == null ? "connect" : errand.firstQuestion();
    }
}
