// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Carriage;
import io.netgrade.wire.ByteView;
import java.util.List;

/**
 * How an errand ended.
 *
 * @param attempt the one attempt it was; for an endpoint that could not be reached, the attempt to connect
 * @param reached whether the connection opened, or a datagram came back
 * @param spoke whether the service spoke the protocol, even where the exchange was cut
 * @param heard the first bytes that the service said, copied
 * @param below what the headers below told of what it said last
 */
record Ended(Attempt attempt, boolean reached, boolean spoke, List<Stated> stated, ByteView heard, Carriage below) {
    Ended(Attempt attempt, boolean reached, boolean spoke, List<Stated> stated, ByteView heard) {
        this(attempt, reached, spoke, stated, heard, Carriage.UNKNOWN);
    }

    /**
     * @param conversation which of the exchange's conversations stated it, from 0
     * @param inside the protocol that the one asked carries, where the fact is about that; else empty
     */
    record Stated(int conversation, String inside, Fact fact, String excerpt) {}

    /** An end without a beginning. */
    static Ended unreached(Attempt attempt) {
        return new Ended(attempt, false, false, List.of(), new ByteView());
    }

    /** The same, read otherwise. */
    Ended as(Attempt.Status status, String detail) {
        Attempt other = new Attempt(
                attempt.endpoint(),
                attempt.question(),
                status,
                detail,
                attempt.time(),
                attempt.millis(),
                attempt.sent(),
                attempt.received());
        return new Ended(other, reached, spoke, stated, heard, below);
    }

    Attempt.Status status() {
        return attempt.status();
    }

    List<Fact> facts() {
        return stated.stream().map(Stated::fact).toList();
    }
}
