// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a server for everything that TLS lets it say before a handshake is finished. Each line of questions is made when
 * the ones before it have ended, from what they showed.
 */
final class TlsInquiry implements Inquiry {
    /** Questions without an answer after which no more are asked; fewer where nothing was answered yet. */
    private static final int MOST_LOST = 4;

    private static final int MOST_LOST_AT_FIRST = 2;

    private final Optional<TlsName> name;
    private final TlsLearned learned = new TlsLearned();
    private final TlsAgenda agenda = new TlsAgenda(learned);
    private final Deque<Supplier<TlsAsking>> lines = new ArrayDeque<>(agenda.lines());
    private Optional<TlsAsking> line = Optional.empty();
    private Optional<TlsTalk> talk = Optional.empty();
    private int lost;
    private int foreign;

    TlsInquiry(Optional<String> name) {
        this.name = name.map(TlsName::new);
    }

    @Override
    public Optional<Exchange> next() {
        Optional<TlsQuestion> question = line.flatMap(TlsAsking::next);
        while (question.isEmpty() && !lines.isEmpty()) {
            line = Optional.of(lines.remove().get());
            question = line.flatMap(TlsAsking::next);
        }
        return question.map(this::exchange);
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        TlsAnswer answer = talk.orElseThrow().answer(status);
        learned.take(answer);
        line.ifPresent(current -> current.heard(answer));
        lost += answer.kind() == TlsAnswer.Kind.LOST ? 1 : 0;
        foreign += answer.kind() == TlsAnswer.Kind.OTHER_PROTOCOL ? 1 : 0;
        if (isHopeless(answer, status)) {
            learned.cut();
            lines.clear();
            line = Optional.empty();
        }
    }

    @Override
    public void conclude(ObservationSink sink) {
        if (learned.anyAccepted()) {
            if (!lines.isEmpty() || line.flatMap(TlsAsking::next).isPresent()) {
                learned.cut();
            }
            new TlsConclusion(learned, name, sink).state();
        }
    }

    private Exchange exchange(TlsQuestion question) {
        TlsTalk next = question.version() == TlsVersion.SSL_2
                ? new Ssl2Conversation(question)
                : new TlsConversation(question, name.flatMap(TlsName::serverName));
        talk = Optional.of(next);
        return Exchange.over(Transport.TCP, question.about(), next);
    }

    private boolean isHopeless(TlsAnswer answer, Attempt.Status status) {
        boolean unreachable = answer.kind() == TlsAnswer.Kind.LOST
                && switch (status) {
                    case BANNED, BUDGET_SPENT, FAULT, FILTERED, OUT_OF_SCOPE, OUT_OF_WINDOW, REFUSED, UNREACHABLE ->
                        true;
                    case ANSWERED, CLOSED_EARLY, NOT_THIS_PROTOCOL, RESET, TIMED_OUT -> false;
                };
        boolean never = !learned.anyAccepted() && (lost >= MOST_LOST_AT_FIRST || foreign >= MOST_LOST_AT_FIRST);
        return unreachable || never || lost >= MOST_LOST;
    }
}
