// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A line of questions that begins when what it builds on is known, one question at a time. */
final class TlsSteps {
    private final BooleanSupplier ready;
    private final Supplier<TlsAsking> beginning;
    private Optional<TlsAsking> asking = Optional.empty();
    private boolean waits;

    TlsSteps(BooleanSupplier ready, Supplier<TlsAsking> beginning) {
        this.ready = ready;
        this.beginning = beginning;
    }

    /** The next question; empty while one is open, while it may not begin yet, and at its end. */
    Optional<TlsQuestion> next() {
        if (waits) {
            return Optional.empty();
        }
        if (asking.isEmpty() && ready.getAsBoolean()) {
            asking = Optional.of(beginning.get());
        }
        Optional<TlsQuestion> question = asking.flatMap(TlsAsking::next);
        waits = question.isPresent();
        question.ifPresent(wanted -> asking.ifPresent(line -> line.asked(wanted)));
        return question;
    }

    void heard(TlsAnswer answer) {
        waits = false;
        asking.ifPresent(line -> line.heard(answer));
    }

    /** Whether it has begun and nothing is left to ask in it. */
    boolean isOver() {
        return !waits && asking.filter(TlsAsking::isOver).isPresent();
    }
}
