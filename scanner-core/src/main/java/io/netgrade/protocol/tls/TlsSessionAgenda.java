// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of sessions up to TLS 1.2, in the newest such version that the server accepts. */
final class TlsSessionAgenda {
    private static final Set<String> KEY_EXCHANGES = Set.of("ECDHE", "DHE", "RSA");
    private static final Set<String> AUTHENTICATIONS = Set.of("RSA", "ECDSA", "DSS");
    private static final Set<String> ENCRYPTIONS =
            Set.of("AES_128", "AES_256", "CHACHA20", "CAMELLIA_128", "CAMELLIA_256", "3DES", "NULL");

    private final TlsLearned learned;

    TlsSessionAgenda(TlsLearned learned) {
        this.learned = learned;
    }

    /** Whether it is known in which version and by which suites. */
    boolean known() {
        return learned.allVersionsTried() && question().isPresent();
    }

    TlsAsking byTicket() {
        boolean given = learned.flights().resumptions().contains("ticket");
        return given ? resumption("ticket", true) : TlsAgenda.nothing();
    }

    TlsAsking byIdentifier() {
        return resumption("session-id", false);
    }

    /** One second handshake, where the server keeps strangers out of it (RFC 5746): without, it would be an attack's beginning. */
    TlsAsking renegotiation() {
        boolean secured = learned.flights().renegotiationSecured().orElse(false);
        return question()
                .filter(asked -> secured && !learned.isSpared())
                .map(asked -> asked.aimingAt(new TlsAim.Session(false, Optional.empty(), true))
                        .about("tls.client-renegotiation"))
                .<TlsAsking>map(asked -> new TlsSingleAsking(Optional.of(asked), learned::heardRenegotiation))
                .orElseGet(TlsAgenda::nothing);
    }

    private TlsAsking resumption(String by, boolean ticket) {
        return question()
                .map(asked -> asked.aimingAt(new TlsAim.Session(ticket, Optional.empty(), false))
                        .about("tls.session-for-" + by))
                .map(asked -> learned.resumption(
                        by,
                        new TlsResumptionAsking(
                                asked,
                                false,
                                outcome -> outcome.kept()
                                        .filter(kept -> kept.ticket().isPresent() == ticket)
                                        .map(kept -> asked.aimingAt(
                                                        new TlsAim.Session(ticket, Optional.of(kept), false))
                                                .about("tls.resumption-" + by)),
                                answer -> {})))
                .orElseGet(TlsAgenda::nothing);
    }

    private Optional<TlsQuestion> question() {
        return learned.newestBefore13().flatMap(asking -> {
            List<Integer> usable =
                    asking.taken().stream().filter(TlsSessionAgenda::isUsable).toList();
            return usable.isEmpty()
                    ? Optional.empty()
                    : Optional.of(asking.accepting().offering(usable));
        });
    }

    private static boolean isUsable(int number) {
        TlsSuite suite = TlsSuite.of(number);
        return KEY_EXCHANGES.contains(suite.keyExchange())
                && AUTHENTICATIONS.contains(suite.authentication())
                && ENCRYPTIONS.contains(suite.encryption());
    }
}
