// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;
import java.util.function.Consumer;

/** One question, or none. */
final class TlsSingleAsking implements TlsAsking {
    private Optional<TlsQuestion> question;
    private final Consumer<TlsAnswer> listener;

    TlsSingleAsking(Optional<TlsQuestion> question, Consumer<TlsAnswer> listener) {
        this.question = question;
        this.listener = listener;
    }

    @Override
    public Optional<TlsQuestion> next() {
        return question;
    }

    @Override
    public void heard(TlsAnswer answer) {
        question = Optional.empty();
        listener.accept(answer);
    }
}
