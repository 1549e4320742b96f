// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which lines of questions there are, in order of urgency, and what each waits for. */
final class TlsAgenda {
    /** For a server that chokes on the hello that offers all. */
    private static final int FEW_SUITES = 100;

    private static final List<Integer> VERSIONS =
            List.of(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0, TlsVersion.SSL_3);

    /** Those with many suites. */
    private static final List<Integer> LONG_LISTS =
            List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0, TlsVersion.SSL_3);

    /** Questions about one version's suites that are asked at a time beside its own line. */
    private static final int MOST_BESIDE = 8;

    private final TlsLearned learned;
    private final List<TlsName> others;
    private final List<TlsSteps> versions = new ArrayList<>();
    private final List<TlsSteps> lines = new ArrayList<>();
    private final TlsSessionAgenda sessions;
    private boolean inPortions;

    /** @param others names of the server beside the one that every question bears */
    TlsAgenda(TlsLearned learned, List<TlsName> others) {
        this.learned = learned;
        this.others = others;
        this.sessions = new TlsSessionAgenda(learned);
    }

    List<TlsSteps> lines() {
        for (int version : VERSIONS) {
            versions.add(new TlsSteps(() -> true, () -> suites(version, Integer.MAX_VALUE)));
        }
        lines.addAll(versions);
        lines.add(new TlsSteps(() -> true, this::ssl2));
        for (int version : VERSIONS) {
            lines.add(new TlsSteps(this::versionsAsked, () -> suitesAgain(version)));
        }
        begin(() -> learned.accepted(TlsVersion.TLS_1_3).isPresent(), this::groupsOf13);
        begin(learned::freeCurveKnown, this::curves);
        begin(() -> learned.chainOf13().isPresent(), this::certificateOf13);
        begin(() -> learned.chainOf13().isPresent(), this::schemesOf13);
        begin(() -> learned.chainOf13().isPresent(), this::ticket);
        begin(sessions::known, sessions::byTicket);
        begin(sessions::known, sessions::byIdentifier);
        begin(sessions::known, sessions::renegotiation);
        begin(() -> learned.chainOf13().isPresent(), this::protocols);
        begin(learned::allVersionsTried, this::fallback);
        others.forEach(other -> begin(() -> false, () -> certificateOf(other)));
        begin(() -> signed12().isPresent(), this::schemesOf12);
        LONG_LISTS.forEach(this::beside);
        List<TlsSteps> before = List.copyOf(lines);
        lines.add(new TlsSteps(() -> before.stream().allMatch(TlsSteps::isOver), this::stillThere));
        return lines;
    }

    /** Where connections are free that nothing else needs. */
    private void beside(int version) {
        Supplier<TlsAsking> one =
                () -> learned.accepted(version).map(TlsSuiteAsking::beside).orElseGet(TlsAgenda::nothing);
        for (int i = 0; i < MOST_BESIDE; i++) {
            lines.add(new TlsSteps(() -> learned.isTried(version), one));
        }
    }

    /** Adds a line that begins early where it can, and at the latest when the lines before it are over. */
    private void begin(BooleanSupplier early, Supplier<TlsAsking> line) {
        List<TlsSteps> before = List.copyOf(lines);
        lines.add(new TlsSteps(() -> early.getAsBoolean() || before.stream().allMatch(TlsSteps::isOver), line));
    }

    private boolean versionsAsked() {
        return versions.stream().allMatch(TlsSteps::isOver);
    }

    private TlsAsking suites(int version, int mostAtOnce) {
        TlsQuestion all = TlsQuestion.all("tls.suites-" + TlsVersion.shortName(version), version);
        TlsQuestion question = version == TlsVersion.TLS_1_3 ? all.withShares(learned.shares()) : all;
        return learned.suites(new TlsSuiteAsking(
                question,
                mostAtOnce,
                next -> next.withUnseenFirst(
                        learned.flights().schemes(version), learned.flights().curves(version))));
    }

    /** In smaller portions, only where the server refused everything so far. */
    private TlsAsking suitesAgain(int version) {
        inPortions |= !learned.anyAccepted();
        return inPortions && version != TlsVersion.TLS_1_3 ? suites(version, FEW_SUITES) : nothing();
    }

    private TlsAsking ssl2() {
        return single(Optional.of(TlsQuestion.all("tls.versions-ssl2", TlsVersion.SSL_2)), learned::heardSsl2);
    }

    private TlsAsking groupsOf13() {
        return learned.accepted(TlsVersion.TLS_1_3)
                .map(suites -> suites.accepting().withShares(List.of()).about("tls.groups-1.3"))
                .map(question -> learned.groups(new TlsGroupAsking(question, Optional.empty(), List.of())))
                .orElseGet(TlsAgenda::nothing);
    }

    private TlsAsking curves() {
        return learned.newestWithCurves()
                .map(suites -> learned.groups(new TlsGroupAsking(
                        suites.accepting()
                                .offering(TlsCurveSuites.of(suites.taken()))
                                .about("tls.groups-" + TlsVersion.shortName(suites.version())),
                        TlsCurveSuites.curveToKeep(suites.taken(), learned.chains()),
                        learned.flights().curves(suites.version()))))
                .orElseGet(TlsAgenda::nothing);
    }

    /** Where no flight of TLS 1.3 could be opened yet: with a key for a group that the server is known to take. */
    private TlsAsking certificateOf13() {
        return single(
                learned.chainOf13().isPresent()
                        ? Optional.empty()
                        : openable().map(all -> all.about("tls.certificate")),
                answer -> {});
    }

    /** The signatures of TLS 1.3, and with them the certificates of every kind of key. */
    private TlsAsking schemesOf13() {
        return openable()
                .map(all -> all.about("tls.signatures-1.3"))
                .map(all -> schemes(all, () -> all, () -> true))
                .orElseGet(TlsAgenda::nothing);
    }

    /** Begins with the suites that are known by then, and ends with all. */
    private TlsAsking schemesOf12() {
        return signed12()
                .map(question -> schemes(
                        question, () -> signed12().orElse(question), () -> learned.suitesListed(TlsVersion.TLS_1_2)))
                .orElseGet(TlsAgenda::nothing);
    }

    private Optional<TlsQuestion> signed12() {
        return learned.accepted(TlsVersion.TLS_1_2)
                .map(suites -> suites.accepting()
                        .offering(suites.taken().stream()
                                .filter(TlsAgenda::isSigned)
                                .toList())
                        .about("tls.signatures-1.2"))
                .filter(question -> !question.suites().isEmpty());
    }

    private TlsAsking schemes(TlsQuestion question, Supplier<TlsQuestion> current, BooleanSupplier settled) {
        return learned.schemes(
                question.version(),
                new TlsChoiceAsking<>(
                        question.schemes(),
                        learned.flights().schemes(question.version()),
                        left -> current.get().signedBy(left),
                        answer -> answer.flight().scheme(),
                        false,
                        settled));
    }

    /** Whether the server signs a key exchange of its own in it. */
    private static boolean isSigned(int number) {
        TlsSuite suite = TlsSuite.of(number);
        boolean ephemeral =
                suite.keyExchange().equals("ECDHE") || suite.keyExchange().equals("DHE");
        return ephemeral && List.of("RSA", "ECDSA", "DSS").contains(suite.authentication());
    }

    /** In the newest version whose answer can be read. */
    private TlsAsking protocols() {
        return openable()
                .or(() -> learned.accepted()
                        .filter(suites -> suites.version() > TlsVersion.SSL_3 && suites.version() < TlsVersion.TLS_1_3)
                        .reduce((older, newer) -> newer)
                        .map(TlsSuiteAsking::accepting))
                .map(question -> question.about("tls.application-protocols"))
                .map(question -> learned.protocols(new TlsChoiceAsking<>(
                        TlsApplicationProtocols.ALL,
                        List.of(),
                        question::speaking,
                        answer -> answer.flight().protocol(),
                        true,
                        () -> true)))
                .orElseGet(TlsAgenda::nothing);
    }

    /** What the server shows who calls it by another name (RFC 6066 §3). */
    private TlsAsking certificateOf(TlsName other) {
        Optional<TlsQuestion> question = openable()
                .or(() -> learned.newest().map(TlsSuiteAsking::accepting))
                .map(asked -> asked.of(other).about("tls.certificate-of-name"));
        return single(question, answer -> learned.heardName(other, answer));
    }

    private TlsAsking ticket() {
        return openable()
                .map(question -> learned.resumption(
                        "psk",
                        new TlsResumptionAsking(
                                question.aimingAt(new TlsAim.Ticket()).about("tls.ticket"),
                                true,
                                outcome -> outcome.ticket().flatMap(this::resumed),
                                learned::heardFinished)))
                .orElseGet(TlsAgenda::nothing);
    }

    /** With a fresh key, and only the suite that the ticket's key goes with. */
    private Optional<TlsQuestion> resumed(TlsTicket ticket) {
        return openable()
                .map(question -> question.offering(List.of(ticket.suite()))
                        .aimingAt(new TlsAim.Resumption(ticket))
                        .about("tls.resumption-psk"));
    }

    private Optional<TlsQuestion> openable() {
        return learned.accepted(TlsVersion.TLS_1_3)
                .filter(suites -> suites.taken().stream()
                        .anyMatch(suite -> TlsCipher.of(suite).isPresent()))
                .flatMap(suites -> learned.openableGroup()
                        .map(group -> suites.accepting()
                                .inGroups(List.of(group))
                                .withShares(List.of(TlsKeyShare.generate(group)))));
    }

    /** The newest version but one, with the signal that a newer was tried before (RFC 7507). */
    private TlsAsking fallback() {
        Optional<TlsQuestion> question = learned.newestButOne().map(suites -> {
            List<Integer> signalled = new ArrayList<>(suites.taken());
            signalled.add(TlsSuite.FALLBACK_SIGNAL);
            return suites.accepting().offering(signalled).about("tls.fallback");
        });
        return single(question, learned::heardFallback);
    }

    /** A server that closed without a word may have begun to turn us away: asks again what it is known to accept. */
    private TlsAsking stillThere() {
        Optional<TlsQuestion> question = learned.anyClosed()
                ? learned.newest().map(suites -> suites.accepting().about("tls.still-there"))
                : Optional.empty();
        return single(question, learned::heardStillThere);
    }

    private static TlsAsking single(Optional<TlsQuestion> question, Consumer<TlsAnswer> listener) {
        return new TlsSingleAsking(question, listener);
    }

    static TlsAsking nothing() {
        return single(Optional.empty(), answer -> {});
    }
}
