// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Whether a session that a server gives a name for is resumed under it: a new one, and another with its name. */
final class TlsResumptionAsking implements TlsAsking {
    private final Function<TlsOutcome, Optional<TlsQuestion>> again;
    private final Consumer<TlsAnswer> listener;
    private Optional<TlsQuestion> question;
    private Optional<Boolean> proven = Optional.empty();
    private boolean first = true;
    private boolean mayBeLost;

    /**
     * @param first asks for a new session
     * @param afterwards whether its name comes after the handshake, where silence may be a lost packet: who gave none is
     *     asked for one once more
     * @param again resumes what came of it; empty where nothing did that could be resumed
     * @param listener told of the first answer
     */
    TlsResumptionAsking(
            TlsQuestion first,
            boolean afterwards,
            Function<TlsOutcome, Optional<TlsQuestion>> again,
            Consumer<TlsAnswer> listener) {
        this.question = Optional.of(first);
        this.mayBeLost = afterwards;
        this.again = again;
        this.listener = listener;
    }

    @Override
    public Optional<TlsQuestion> next() {
        return question;
    }

    @Override
    public void heard(TlsAnswer answer) {
        TlsOutcome outcome = answer.outcome();
        Optional<TlsQuestion> next = first ? again.apply(outcome) : Optional.empty();
        if (first && next.isEmpty() && outcome.finished() && mayBeLost) {
            mayBeLost = false;
            return;
        }
        question = next;
        if (first) {
            listener.accept(answer);
        }
        if (question.isEmpty() && outcome.finished()) {
            proven = Optional.of(outcome.resumed());
        }
        first = false;
    }

    /** Whether the server resumed it, or gave none to resume; empty where a handshake was not finished. */
    Optional<Boolean> proven() {
        return proven;
    }
}
