// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import java.util.List;
import java.util.Optional;

/**
 * What one protocol asks of one endpoint, one {@link Exchange} at a time: a pure step from what is known so far to the
 * next exchange, or to the end. The runner decides when each may run, so that limits per host are exact. One object per
 * endpoint.
 *
 * <p>One that is {@linkplain #severalAtOnce several at once} is asked for the next exchange while earlier ones are open,
 * once the endpoint is known to speak its protocol.
 */
public interface Inquiry {

    /**
     * The next exchange; empty when there is nothing more to ask, or nothing before one of those that are open has ended.
     */
    Optional<Exchange> next();

    /**
     * Told once after each exchange.
     *
     * @param status how it ended
     * @param stated the facts that its conversations stated
     */
    void ended(Exchange exchange, Attempt.Status status, List<Fact> stated);

    /** Whether further exchanges may be open while an earlier one is; their ends then come in any order. */
    default boolean severalAtOnce() {
        return false;
    }

    /**
     * Told, before the next exchange, that the host is gear to be asked gently, such as a control system or a signalling
     * element: what asks more of it than an answer is to be left out.
     */
    default void spare() {}

    /** Called once at the end: states what only all exchanges together show (such as a complete list of suites). */
    default void conclude(ObservationSink sink) {}

    /**
     * Whether all its questions, once answered, would have shown what the service discloses of its software: where none
     * of the answers does, the runner then states that there is nothing.
     */
    default boolean asksForSoftware() {
        return true;
    }

    /** An inquiry of exactly one exchange. */
    static Inquiry of(Exchange only) {
        return of(List.of(only));
    }

    /** An inquiry of exchanges that are made in this order, whatever their answers are. */
    static Inquiry of(List<Exchange> exchanges) {
        return new ListedInquiry(exchanges);
    }
}
