// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is known so far of one server, from all answers together. */
final class TlsLearned {
    private static final Comparator<TlsSuiteAsking> NEWEST_FIRST =
            Comparator.comparingInt(TlsSuiteAsking::version).reversed();

    private final Map<Integer, TlsSuiteAsking> suites = new TreeMap<>();
    private final List<TlsGroupAsking> groups = new ArrayList<>();
    private final TlsFlightsSeen flights = new TlsFlightsSeen();
    private final List<TlsKeyShare> shares = List.of(TlsKeyShare.generate(29), TlsKeyShare.generate(23));
    private Optional<TlsAnswer> ssl2 = Optional.empty();
    private Optional<Boolean> fallbackRefused = Optional.empty();
    private final Map<Integer, TlsChoiceAsking<Integer>> schemes = new TreeMap<>();
    private Optional<TlsChoiceAsking<String>> protocols = Optional.empty();
    private Optional<TlsAnswer> finished = Optional.empty();
    private final Map<TlsName, List<byte[]>> byName = new LinkedHashMap<>();
    private final Map<String, TlsResumptionAsking> resumptions = new TreeMap<>();
    private Optional<TlsAnswer> renegotiation = Optional.empty();
    private boolean spared;
    private boolean anyAccepted;
    private boolean anyClosed;
    private boolean cut;

    void take(TlsAnswer answer) {
        anyAccepted |= answer.accepted();
        anyClosed |= answer.kind() == TlsAnswer.Kind.CLOSED;
        if (answer.accepted()) {
            flights.take(answer.flight());
        }
    }

    TlsAsking suites(TlsSuiteAsking asking) {
        suites.put(asking.version(), asking);
        return asking;
    }

    TlsAsking groups(TlsGroupAsking asking) {
        groups.add(asking);
        return asking;
    }

    void heardSsl2(TlsAnswer answer) {
        ssl2 = Optional.of(answer);
    }

    TlsAsking schemes(int version, TlsChoiceAsking<Integer> asking) {
        schemes.put(version, asking);
        return asking;
    }

    TlsAsking protocols(TlsChoiceAsking<String> asking) {
        protocols = Optional.of(asking);
        return asking;
    }

    void heardName(TlsName name, TlsAnswer answer) {
        if (answer.accepted() && !answer.flight().chain().isEmpty()) {
            byName.put(name, answer.flight().chain());
        }
    }

    /** The chain that was sent to who called the server by another name. */
    Map<TlsName, List<byte[]>> chainsByName() {
        return byName;
    }

    /** @param by the name under which sessions are resumed: session-id, ticket, psk */
    TlsAsking resumption(String by, TlsResumptionAsking asking) {
        resumptions.put(by, asking);
        return asking;
    }

    /** Whether it was tried to its end whether sessions are resumed in a way. */
    boolean isResumptionKnown(String by) {
        return Optional.ofNullable(resumptions.get(by))
                .flatMap(TlsResumptionAsking::proven)
                .isPresent();
    }

    /** The ways in which a session was resumed. */
    List<String> resumptionsProven() {
        return resumptions.entrySet().stream()
                .filter(way -> way.getValue().proven().orElse(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    void heardRenegotiation(TlsAnswer answer) {
        renegotiation = Optional.of(answer);
    }

    /** How the server took a second handshake in a session, and in which version. */
    Optional<TlsAnswer> renegotiation() {
        return renegotiation.filter(answer -> answer.outcome().renegotiation().isPresent());
    }

    /** States that the server is to be asked nothing that asks more of it than an answer. */
    void spare() {
        spared = true;
    }

    boolean isSpared() {
        return spared;
    }

    void heardFinished(TlsAnswer answer) {
        finished = Optional.of(answer);
    }

    /** The right answer to a needless fallback is an alert of its own; any other refusal tells nothing. */
    void heardFallback(TlsAnswer answer) {
        boolean inappropriate = answer.flight()
                .alert()
                .filter(alert -> alert.description() == TlsAlert.INAPPROPRIATE_FALLBACK)
                .isPresent();
        fallbackRefused = inappropriate || answer.accepted() ? Optional.of(inappropriate) : Optional.empty();
    }

    void heardStillThere(TlsAnswer answer) {
        cut |= !answer.accepted();
    }

    /** States that not everything could be asked. */
    void cut() {
        cut = true;
    }

    boolean anyAccepted() {
        return anyAccepted;
    }

    /** Whether the server ever closed without a word, which is a refusal only while it answers at all. */
    boolean anyClosed() {
        return anyClosed;
    }

    /** Whether every version was answered or refused, and the server still answered at the end. */
    boolean versionsKnown() {
        return !cut
                && suites.values().stream().allMatch(asking -> asking.clean() || asking.accepted())
                && ssl2.filter(answer -> answer.accepted() || answer.refused()).isPresent();
    }

    boolean suitesKnown(TlsSuiteAsking asking) {
        return !cut && asking.clean();
    }

    /** Whether every suite of every version is known, and with them all that their flights show. */
    boolean allSuitesKnown() {
        return !cut && suites.values().stream().allMatch(TlsSuiteAsking::clean);
    }

    /** Whether a suite with a finite-field group of the server's choice, or of its certificate, was accepted. */
    boolean anyFiniteField() {
        return !flights.primes().isEmpty()
                || accepted()
                        .flatMap(asking -> asking.taken().stream())
                        .map(suite -> TlsSuite.of(suite).keyExchange())
                        .anyMatch(exchange -> exchange.startsWith("DH") || exchange.isEmpty());
    }

    boolean groupsKnown() {
        return allSuitesKnown() && groups.stream().allMatch(TlsGroupAsking::clean);
    }

    boolean certificatesKnown() {
        return allSuitesKnown()
                && Optional.ofNullable(schemes.get(TlsVersion.TLS_1_3))
                        .map(TlsChoiceAsking::clean)
                        .orElse(true);
    }

    /** What was found of signature schemes, by version. */
    Map<Integer, TlsChoiceAsking<Integer>> schemes() {
        return schemes;
    }

    Optional<TlsChoiceAsking<String>> protocols() {
        return protocols;
    }

    /** What came of the handshake of TLS 1.3 that was finished. */
    Optional<TlsAnswer> finished() {
        return finished.filter(TlsAnswer::accepted);
    }

    boolean isCut() {
        return cut;
    }

    TlsFlightsSeen flights() {
        return flights;
    }

    Optional<TlsAnswer> ssl2() {
        return ssl2.filter(TlsAnswer::accepted);
    }

    Optional<Boolean> fallbackRefused() {
        return fallbackRefused;
    }

    /** The distinct chains that the server sent. */
    List<List<byte[]>> chains() {
        return flights.chains();
    }

    Optional<List<byte[]>> chainOf13() {
        return flights.chainOf13();
    }

    /** The versions accepted, oldest first, SSLv2 apart. */
    Stream<TlsSuiteAsking> accepted() {
        return suites.values().stream().filter(TlsSuiteAsking::accepted);
    }

    Optional<TlsSuiteAsking> accepted(int version) {
        return Optional.ofNullable(suites.get(version)).filter(TlsSuiteAsking::accepted);
    }

    Optional<TlsSuiteAsking> newest() {
        return accepted().sorted(NEWEST_FIRST).findFirst();
    }

    /** The newest of TLS 1.0 to 1.2. */
    Optional<TlsSuiteAsking> newestBefore13() {
        return accepted()
                .filter(asking -> asking.version() > TlsVersion.SSL_3 && asking.version() < TlsVersion.TLS_1_3)
                .max(Comparator.comparingInt(TlsSuiteAsking::version));
    }

    Optional<TlsSuiteAsking> newestButOne() {
        return accepted().sorted(NEWEST_FIRST).skip(1).findFirst();
    }

    /** The newest version up to TLS 1.2 with a suite of ECDHE; SSLv3 has no word for a curve. */
    Optional<TlsSuiteAsking> newestWithCurves() {
        return accepted()
                .filter(asking -> asking.version() > TlsVersion.SSL_3 && asking.version() < TlsVersion.TLS_1_3)
                .filter(asking -> asking.taken().stream().anyMatch(TlsCurveSuites::usesCurve))
                .max(Comparator.comparingInt(TlsSuiteAsking::version));
    }

    /** Whether a suite was taken by which the curves of ECDHE can be asked whatever is still to come. */
    boolean freeCurveKnown() {
        return newestWithCurves()
                .filter(asking -> !TlsCurveSuites.free(asking.taken()).isEmpty())
                .filter(asking -> allVersionsTried())
                .isPresent();
    }

    /** Whether a version's suites are all taken or refused. */
    boolean suitesListed(int version) {
        TlsSuiteAsking asking = suites.get(version);
        return asking != null && asking.isListed();
    }

    /** Whether a version was taken or refused. */
    boolean isTried(int version) {
        return Optional.ofNullable(suites.get(version))
                .filter(TlsSuiteAsking::isTried)
                .isPresent();
    }

    /** Whether each version was taken or refused. */
    boolean allVersionsTried() {
        return suites.size() == 5 && suites.values().stream().allMatch(TlsSuiteAsking::isTried);
    }

    /** The groups accepted, in the order of taking, those of TLS 1.3 first. */
    List<Integer> groups() {
        return groups.stream()
                .flatMap(asking -> asking.taken().stream())
                .distinct()
                .toList();
    }

    /** A group that the server takes and netgrade can calculate with. */
    Optional<Integer> openableGroup() {
        return flights.openedGroup()
                .or(() -> TlsKeyShare.GROUPS.stream().filter(groups()::contains).findFirst());
    }

    /** Keys for the two groups that nearly every server of TLS 1.3 has. */
    List<TlsKeyShare> shares() {
        return shares;
    }
}
