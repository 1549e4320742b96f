// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import java.util.List;
import java.util.Optional;

/**
 * What came of one question.
 *
 * @param question that was asked
 * @param flight what the server said; empty unless it said something
 * @param ssl2Kinds the cipher kinds of an SSLv2 server
 * @param outcome what came of a handshake that was to be finished
 */
record TlsAnswer(TlsQuestion question, Kind kind, TlsFlight flight, List<Integer> ssl2Kinds, TlsOutcome outcome) {

    TlsAnswer(TlsQuestion question, Kind kind, TlsFlight flight, List<Integer> ssl2Kinds) {
        this(question, kind, flight, ssl2Kinds, TlsOutcome.NONE);
    }

    /** How the server took it. */
    enum Kind {
        /** It went on with the handshake, in the version asked for. */
        ACCEPTED,
        /** It closed or reset the connection without a word. */
        CLOSED,
        /** Nothing can be said: no answer in time, cut, or never asked. */
        LOST,
        /** It answered in something else than TLS. */
        OTHER_PROTOCOL,
        /** It refused in words: an alert, or a hello of another version. */
        REFUSED
    }

    static TlsAnswer of(TlsQuestion question, TlsFlight flight, boolean silent, Attempt.Status status) {
        return new TlsAnswer(question, kind(question, flight, silent, status), flight, List.of());
    }

    TlsAnswer with(TlsOutcome known) {
        return new TlsAnswer(question, kind, flight, ssl2Kinds, known);
    }

    boolean accepted() {
        return kind == Kind.ACCEPTED;
    }

    /** Whether it shows that what was offered is not accepted, of a server that accepts something else. */
    boolean refused() {
        return kind == Kind.REFUSED || kind == Kind.CLOSED || kind == Kind.OTHER_PROTOCOL;
    }

    /** The suite that was taken, -1 where none was. */
    int suite() {
        return accepted() ? flight.hello().map(TlsServerHello::suite).orElse(-1) : -1;
    }

    /** The group that was taken; empty where none was, or it was not said. */
    Optional<Integer> group() {
        Optional<Integer> named = flight.keyExchange().flatMap(TlsKeyExchange::group);
        return accepted() ? flight.hello().flatMap(TlsServerHello::group).or(() -> named) : Optional.empty();
    }

    static Kind withoutHello(boolean silent, Attempt.Status status) {
        return switch (status) {
            case CLOSED_EARLY, RESET -> silent ? Kind.CLOSED : Kind.LOST;
            case NOT_THIS_PROTOCOL -> Kind.OTHER_PROTOCOL;
            default -> Kind.LOST;
        };
    }

    private static Kind kind(TlsQuestion question, TlsFlight flight, boolean silent, Attempt.Status status) {
        if (flight.hello().isPresent()) {
            return flight.hello().get().version() == question.version() ? Kind.ACCEPTED : Kind.REFUSED;
        }
        return flight.alert().isPresent() ? Kind.REFUSED : withoutHello(silent, status);
    }
}
