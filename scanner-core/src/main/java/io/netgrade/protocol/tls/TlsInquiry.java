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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Asks a server for everything that TLS lets it say before a handshake is finished. Lines of questions go on side by side:
 * within a line each question follows from the answer before it, and a line begins when what it builds on is known.
 */
final class TlsInquiry implements Inquiry {
    /** Questions without an answer after which no more are asked; fewer where nothing was answered yet. */
    private static final int MOST_LOST = 4;

    private static final int MOST_LOST_AT_FIRST = 2;

    /** Questions that are asked once more where no answer came: packets are lost, and most servers answer all. */
    private static final int MOST_AGAIN = 2;

    /** More names of one address than are asked for a certificate each. */
    private static final int MOST_NAMES = 16;

    private final Optional<TlsName> name;
    private final TlsCircumstances circumstances;
    private final TlsLearned learned = new TlsLearned();
    private final List<TlsSteps> lines;
    private final IdentityHashMap<Exchange, Open> open = new IdentityHashMap<>();
    private final Queue<Open> again = new ArrayDeque<>();
    private int askedAgain;
    private int lost;
    private int foreign;
    private boolean over;
    private boolean spared;

    TlsInquiry(Optional<String> name) {
        this(name.map(List::of).orElse(List.of()), TlsCircumstances.NONE);
    }

    /** @param names by which the server is called; by the first one in every question, by the others for a certificate */
    TlsInquiry(List<String> names, TlsCircumstances circumstances) {
        this.name = names.stream().findFirst().map(TlsName::new);
        this.circumstances = circumstances;
        List<TlsName> others =
                names.stream().skip(1).limit(MOST_NAMES).map(TlsName::new).toList();
        this.lines = new TlsAgenda(learned, others).lines();
    }

    /** @param second whether it was asked before, and lost */
    private record Open(TlsSteps line, TlsQuestion question, TlsTalk talk, boolean second) {}

    @Override
    public Optional<Exchange> next() {
        if (over) {
            return Optional.empty();
        }
        Open lostOne = again.poll();
        if (lostOne != null) {
            return Optional.of(exchange(lostOne.line(), lostOne.question(), true));
        }
        for (TlsSteps line : lines) {
            Optional<TlsQuestion> question = line.next();
            if (question.isPresent()) {
                return Optional.of(exchange(line, question.get(), false));
            }
        }
        return Optional.empty();
    }

    @Override
    public void spare() {
        spared = true;
        learned.spare();
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        Open asked = open.remove(exchange);
        if (asked == null) {
            return;
        }
        TlsAnswer answer = asked.talk().answer(status);
        if (isToBeAskedAgain(asked, answer, status)) {
            askedAgain++;
            again.add(asked);
            return;
        }
        learned.take(answer);
        asked.line().heard(answer);
        lost += answer.kind() == TlsAnswer.Kind.LOST ? 1 : 0;
        foreign += answer.kind() == TlsAnswer.Kind.OTHER_PROTOCOL ? 1 : 0;
        if (isHopeless(answer, status)) {
            learned.cut();
            over = true;
        }
    }

    @Override
    public void conclude(ObservationSink sink) {
        if (learned.anyAccepted()) {
            if (!open.isEmpty() || !again.isEmpty() || !lines.stream().allMatch(TlsSteps::isOver)) {
                learned.cut();
            }
            new TlsConclusion(learned, name, circumstances, sink).state();
        }
    }

    private boolean isToBeAskedAgain(Open asked, TlsAnswer answer, Attempt.Status status) {
        return answer.kind() == TlsAnswer.Kind.LOST
                && !isFinal(status)
                && learned.anyAccepted()
                && !asked.second()
                && !spared
                && askedAgain < MOST_AGAIN;
    }

    private Exchange exchange(TlsSteps line, TlsQuestion question, boolean second) {
        TlsTalk talk = talk(question, question.name().or(() -> name).flatMap(TlsName::serverName));
        Exchange exchange = Exchange.over(Transport.TCP, question.about(), talk);
        open.put(exchange, new Open(line, question, talk, second));
        return exchange;
    }

    private static TlsTalk talk(TlsQuestion question, Optional<String> serverName) {
        if (question.version() == TlsVersion.SSL_2) {
            return new Ssl2Conversation(question);
        }
        return question.aim() instanceof TlsAim.Session session
                ? new TlsSessionConversation(question, session, serverName)
                : new TlsConversation(question, serverName);
    }

    private boolean isHopeless(TlsAnswer answer, Attempt.Status status) {
        boolean unreachable = answer.kind() == TlsAnswer.Kind.LOST && isFinal(status);
        boolean never = !learned.anyAccepted() && (lost >= MOST_LOST_AT_FIRST || foreign >= MOST_LOST_AT_FIRST);
        return unreachable || never || lost >= MOST_LOST;
    }

    /** Whether another connection would end alike. */
    private static boolean isFinal(Attempt.Status status) {
        return switch (status) {
            case BANNED, BUDGET_SPENT, FAULT, FILTERED, OUT_OF_SCOPE, OUT_OF_WINDOW, REFUSED, UNREACHABLE -> true;
            case ANSWERED, CLOSED_EARLY, NOT_THIS_PROTOCOL, RESET, TIMED_OUT -> false;
        };
    }
}
