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

/**
 * Finishes a handshake up to TLS 1.2 (RFC 5246 §7.3), new or with a session of before, begins a second one where that is wanted
 * (RFC 5746 §3.5), and says goodbye. No data is sent.
 */
final class TlsSessionConversation implements TlsTalk {
    private final TlsQuestion question;
    private final TlsSessionClient client;
    private final TlsSessionEngine engine;
    private boolean silent = true;

    TlsSessionConversation(TlsQuestion question, TlsAim.Session aim, Optional<String> serverName) {
        this.question = question;
        this.client = new TlsSessionClient(new TlsSessionCrypto(), question, aim, serverName);
        this.engine = new TlsSessionEngine(client, aim.renegotiates());
    }

    @Override
    public void opened(Peer peer) {
        send(engine.begin(), peer);
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        ByteView unread = bytes.unread();
        silent &= unread.length() == 0;
        byte[] said = unread.bytes(0, unread.length());
        bytes.consumeAll();
        if (!engine.isOver()) {
            send(engine.take(said), peer);
        }
        return engine.isOver() ? Progress.DONE : Progress.CONTINUE;
    }

    /** Silence after a second hello is no answer: how the exchange ended then tells it. */
    @Override
    public boolean ended(ObservationSink sink) {
        return engine.finished() && (!engine.asked() || engine.renegotiation().isPresent());
    }

    @Override
    public TlsAnswer answer(Attempt.Status status) {
        TlsAnswer.Kind unfinished = silent ? TlsAnswer.withoutHello(true, status) : TlsAnswer.Kind.REFUSED;
        TlsAnswer.Kind kind = engine.finished() ? TlsAnswer.Kind.ACCEPTED : unfinished;
        return new TlsAnswer(question, kind, new TlsFlight(), List.of())
                .with(new TlsOutcome(
                        engine.finished(), engine.resumed(), client.kept(), Optional.empty(), renegotiation(status)));
    }

    private Optional<TlsRenegotiation> renegotiation(Attempt.Status status) {
        Optional<TlsRenegotiation> silence = switch (status) {
            case CLOSED_EARLY, RESET -> Optional.of(TlsRenegotiation.CLOSED);
            case TIMED_OUT -> Optional.of(TlsRenegotiation.IGNORED);
            default -> Optional.empty();
        };
        return engine.renegotiation().or(() -> engine.asked() ? silence : Optional.empty());
    }

    private static void send(byte[] bytes, Peer peer) {
        if (bytes.length > 0) {
            peer.send(bytes);
        }
    }
}
