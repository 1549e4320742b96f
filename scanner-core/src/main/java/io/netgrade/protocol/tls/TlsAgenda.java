// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which lines of questions are asked, and in what order. */
final class TlsAgenda {
    /** For a server that chokes on the hello that offers all. */
    private static final int FEW_SUITES = 100;

    private final TlsLearned learned;
    private boolean inPortions;

    TlsAgenda(TlsLearned learned) {
        this.learned = learned;
    }

    List<Supplier<TlsAsking>> lines() {
        return List.of(
                () -> suites(TlsVersion.TLS_1_3, Integer.MAX_VALUE),
                () -> suites(TlsVersion.TLS_1_2, Integer.MAX_VALUE),
                () -> suites(TlsVersion.TLS_1_1, Integer.MAX_VALUE),
                () -> suites(TlsVersion.TLS_1_0, Integer.MAX_VALUE),
                () -> suites(TlsVersion.SSL_3, Integer.MAX_VALUE),
                () -> suitesAgain(TlsVersion.TLS_1_2),
                () -> suitesAgain(TlsVersion.TLS_1_1),
                () -> suitesAgain(TlsVersion.TLS_1_0),
                () -> suitesAgain(TlsVersion.SSL_3),
                this::ssl2,
                this::groupsOf13,
                this::curves,
                this::certificateOf13,
                this::otherCertificateOf13,
                this::fallback,
                this::stillThere);
    }

    private TlsAsking suites(int version, int mostAtOnce) {
        TlsQuestion all = TlsQuestion.all("tls.suites-" + TlsVersion.shortName(version), version);
        TlsQuestion question = version == TlsVersion.TLS_1_3 ? all.withShares(learned.shares()) : all;
        return learned.suites(new TlsSuiteAsking(question, mostAtOnce));
    }

    /** In smaller portions, only where the server refused everything so far. */
    private TlsAsking suitesAgain(int version) {
        inPortions |= !learned.anyAccepted();
        return inPortions ? suites(version, FEW_SUITES) : nothing();
    }

    private TlsAsking ssl2() {
        return single(Optional.of(TlsQuestion.all("tls.versions-ssl2", TlsVersion.SSL_2)), learned::heardSsl2);
    }

    private TlsAsking groupsOf13() {
        return learned.accepted(TlsVersion.TLS_1_3)
                .map(suites -> suites.accepting().withShares(List.of()).about("tls.groups-1.3"))
                .map(question -> learned.groups(new TlsGroupAsking(question, Optional.empty())))
                .orElseGet(TlsAgenda::nothing);
    }

    private TlsAsking curves() {
        return learned.newestWithCurves()
                .map(suites -> learned.groups(new TlsGroupAsking(
                        suites.accepting()
                                .offering(TlsCurveSuites.of(suites.taken()))
                                .about("tls.groups-" + TlsVersion.shortName(suites.version())),
                        TlsCurveSuites.curveToKeep(suites.taken(), learned.chains()))))
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

    /** The certificate that the server has for the other kind of signature, if it has one. */
    private TlsAsking otherCertificateOf13() {
        Optional<TlsQuestion> question = learned.chainOf13()
                .flatMap(chain ->
                        openable().map(all -> all.signedBy(otherSchemes(chain)).about("tls.certificate-other")));
        return single(question, learned::heardOtherCertificate);
    }

    private Optional<TlsQuestion> openable() {
        return learned.accepted(TlsVersion.TLS_1_3)
                .flatMap(suites -> learned.openableGroup()
                        .map(group -> suites.accepting()
                                .inGroups(List.of(group))
                                .withShares(List.of(TlsKeyShare.generate(group)))));
    }

    private static List<Integer> otherSchemes(List<byte[]> chain) {
        boolean isRsa = TlsCertificate.of(chain.get(0))
                .key()
                .filter(key -> key.algorithm().equals("RSA"))
                .isPresent();
        return TlsNames.SIGNATURE_SCHEMES.numbers(
                scheme -> TlsNames.SIGNATURE_SCHEMES.name(scheme).startsWith("rsa_") != isRsa);
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

    private static TlsAsking nothing() {
        return single(Optional.empty(), answer -> {});
    }
}
