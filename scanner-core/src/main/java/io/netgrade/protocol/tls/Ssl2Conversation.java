// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Optional;

/** Asks for SSLv2, with all of its cipher kinds at once: the server's hello lists those that it has too. */
final class Ssl2Conversation implements TlsTalk {
    private static final int CHALLENGE_LENGTH = 16;

    private final TlsQuestion question;
    private final TlsStream records = new TlsStream();
    private final TlsFlight flight = new TlsFlight();
    private Optional<Ssl2.ServerHello> hello = Optional.empty();
    private boolean inRecords;
    private boolean silent = true;

    Ssl2Conversation(TlsQuestion question) {
        this.question = question;
    }

    @Override
    public void opened(Peer peer) {
        peer.send(Ssl2.ClientHello.encode(question.suites(), TlsQuestion.random(CHALLENGE_LENGTH)));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView unread = bytes.unread();
        silent &= unread.length() == 0;
        if (inRecords || !Ssl2.begins(unread)) {
            inRecords |= unread.length() > 0;
            return newerAnswer(bytes);
        }
        int length = Ssl2.recordLength(unread);
        if (length == 0 || unread.length() < length) {
            return Progress.CONTINUE;
        }
        hello = Ssl2.ServerHello.read(unread);
        bytes.consume(length);
        return hello.isPresent() ? Progress.DONE : Progress.MALFORMED;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return hello.isPresent() || flight.alert().isPresent();
    }

    @Override
    public TlsAnswer answer(Attempt.Status status) {
        if (hello.isPresent()) {
            boolean shared = !hello.get().kinds().isEmpty();
            return new TlsAnswer(
                    question,
                    shared ? TlsAnswer.Kind.ACCEPTED : TlsAnswer.Kind.REFUSED,
                    flight,
                    hello.get().kinds());
        }
        TlsAnswer.Kind kind = flight.ended() ? TlsAnswer.Kind.REFUSED : TlsAnswer.withoutHello(silent, status);
        return new TlsAnswer(question, kind, flight, List.of());
    }

    /** What a server without SSLv2 says: an alert of a newer version. */
    private Progress newerAnswer(Inbox bytes) {
        Optional<TlsMessage> message = records.next(bytes);
        if (message.isEmpty()) {
            return records.broken() ? Progress.MALFORMED : Progress.CONTINUE;
        }
        return flight.take(message.get()) && flight.ended() ? Progress.DONE : Progress.MALFORMED;
    }
}
