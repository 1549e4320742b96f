// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Finds everything that a server takes of one kind, such as signature schemes: offers all, leaves out what was taken,
 * until the server refuses or chooses none.
 */
final class TlsChoiceAsking<T> implements TlsAsking {
    private final Function<List<T>, TlsQuestion> question;
    private final Function<TlsAnswer, Optional<T>> choice;
    private final List<T> left;
    private final List<T> taken = new ArrayList<>();
    private final boolean mayChooseNone;
    private final BooleanSupplier settled;
    private boolean waits;
    private boolean clean = true;
    private boolean over;

    /**
     * @param seen those of them that are known to be taken
     * @param choice what an accepting server chose
     * @param mayChooseNone whether a server that accepts and chooses nothing has said that it takes nothing more
     * @param settled whether the rest of the question is what it will be to the end; a refusal before is asked again
     */
    TlsChoiceAsking(
            List<T> all,
            Collection<T> seen,
            Function<List<T>, TlsQuestion> question,
            Function<TlsAnswer, Optional<T>> choice,
            boolean mayChooseNone,
            BooleanSupplier settled) {
        this.left = new ArrayList<>(all);
        this.left.removeAll(seen);
        this.taken.addAll(seen);
        this.question = question;
        this.choice = choice;
        this.mayChooseNone = mayChooseNone;
        this.settled = settled;
    }

    @Override
    public Optional<TlsQuestion> next() {
        boolean notNow = waits && !settled.getAsBoolean();
        return notNow || over || left.isEmpty() ? Optional.empty() : Optional.of(question.apply(left));
    }

    @Override
    public void heard(TlsAnswer answer) {
        Optional<T> chosen = answer.accepted() ? choice.apply(answer) : Optional.empty();
        if (chosen.isPresent() && left.remove(chosen.get())) {
            taken.add(chosen.get());
        } else if (!settled.getAsBoolean()) {
            waits = true;
        } else {
            over = true;
            clean = answer.accepted()
                    ? saysNoMore(chosen, answer)
                    : answer.refused() && (mayChooseNone || !taken.isEmpty());
        }
    }

    /**
     * Where nothing is left that it knows, a server may choose nothing, fall back on what it chose before, or break off
     * behind its hello, where it would have to sign.
     */
    private boolean saysNoMore(Optional<T> chosen, TlsAnswer answer) {
        boolean breaksOff = !taken.isEmpty() && !answer.flight().whole();
        return chosen.map(taken::contains).orElse(mayChooseNone || breaksOff);
    }

    /** Whether what was not taken is known not to be accepted. */
    boolean clean() {
        return clean && (over || left.isEmpty());
    }

    /** In the order of taking. */
    List<T> taken() {
        return Collections.unmodifiableList(taken);
    }
}
