// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;

/** A line of questions, each of which follows from the answers before it. */
interface TlsAsking {

    /** The next question; empty when this line has ended, or has nothing to ask for now. */
    Optional<TlsQuestion> next();

    /** Whether it has ended; a line that only waits says no, and {@link #next} is empty for now. */
    default boolean isOver() {
        return next().isEmpty();
    }

    /** Told that the question which {@link #next} gave is being asked. */
    default void asked(TlsQuestion question) {}

    /** Told once after each question. */
    void heard(TlsAnswer answer);
}
