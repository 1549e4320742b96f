// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States what all answers of one server show together: complete where everything was asked and answered. */
final class TlsConclusion {
    /** More timestamps of one certificate in one place than any has; the rest is only counted. */
    private static final int MOST_TIMESTAMPS = 32;

    private final TlsLearned learned;
    private final Optional<TlsName> name;
    private final TlsCircumstances circumstances;
    private final ObservationSink sink;

    TlsConclusion(TlsLearned learned, Optional<TlsName> name, TlsCircumstances circumstances, ObservationSink sink) {
        this.learned = learned;
        this.name = name;
        this.circumstances = circumstances;
        this.sink = sink;
    }

    void state() {
        versions();
        learned.ssl2().ifPresent(this::ssl2);
        learned.accepted().forEach(asking -> sink.saw(asking.result().fact(learned.suitesKnown(asking))));
        List<String> groups =
                learned.groups().stream().map(TlsNames.GROUPS::name).toList();
        if (learned.groupsKnown() || !groups.isEmpty()) {
            say(TlsFacts.GROUPS_ACCEPTED, learned.groupsKnown(), groups);
        }
        primes();
        learned.flights().chainsSent().forEach(this::chain);
        learned.chainsByName().forEach((other, chain) -> match(other, TlsChain.of(chain)));
        learned.schemes().forEach(this::signatures);
        learned.protocols().ifPresent(this::protocols);
        resumption();
        resumed();
        renegotiation();
        if (learned.flights().whole()) {
            say(
                    TlsFacts.CLIENT_CERTIFICATE,
                    learned.certificatesKnown(),
                    learned.flights().certificateRequested());
        }
        say(TlsFacts.COMPRESSION_ACCEPTED, learned.allSuitesKnown(), compressions());
        session();
    }

    /** Where every suite is known and none of them needs a finite-field group of the server's, there is none. */
    private void primes() {
        learned.flights().primes().forEach(bits -> say(TlsFacts.DH_GROUP, learned.allSuitesKnown(), bits));
        if (learned.allSuitesKnown() && learned.anyAccepted() && !learned.anyFiniteField()) {
            sink.saw(TlsFacts.DH_GROUP.none());
        }
    }

    private void versions() {
        List<String> versions = new ArrayList<>();
        learned.ssl2().ifPresent(answer -> versions.add(TlsVersion.name(TlsVersion.SSL_2)));
        learned.accepted().forEach(asking -> versions.add(TlsVersion.name(asking.version())));
        say(TlsFacts.VERSIONS_ACCEPTED, learned.versionsKnown(), versions);
    }

    /** The server's hello lists all kinds that both sides have, and we offered all: the list is whole. */
    private void ssl2(TlsAnswer answer) {
        List<TlsSuite> kinds = answer.ssl2Kinds().stream().map(TlsSuite::ofSsl2).toList();
        sink.saw(new TlsSuitesTaken(TlsVersion.SSL_2, kinds, Optional.empty()).fact(true));
    }

    private void signatures(int version, TlsChoiceAsking<Integer> asking) {
        List<String> names =
                asking.taken().stream().map(TlsNames.SIGNATURE_SCHEMES::name).toList();
        boolean complete = !learned.isCut() && asking.clean();
        if (complete || !names.isEmpty()) {
            say(TlsFacts.SIGNATURES_ACCEPTED, complete, TlsVersion.name(version), names);
        }
    }

    private void protocols(TlsChoiceAsking<String> asking) {
        boolean complete = !learned.isCut() && asking.clean();
        if (complete || !asking.taken().isEmpty()) {
            say(TlsFacts.ALPN_ACCEPTED, complete, asking.taken());
        }
    }

    /** Without TLS 1.3 there is no early data; with it, a finished handshake shows what a ticket allows. */
    private void resumption() {
        boolean without13 =
                learned.versionsKnown() && learned.accepted(TlsVersion.TLS_1_3).isEmpty();
        boolean known = without13 || learned.finished().isPresent();
        say(
                TlsFacts.RESUMPTION_OFFERED,
                known && learned.allSuitesKnown(),
                learned.flights().resumptions());
        if (known) {
            say(TlsFacts.EARLY_DATA, true, earlyData());
        }
    }

    /** Complete where each way that the server offers was tried to its end. */
    private void resumed() {
        boolean before13 = learned.newestBefore13().isPresent();
        boolean known = learned.versionsKnown()
                && (!before13 || learned.isResumptionKnown("session-id"))
                && (!before13 || !isOffered("ticket") || learned.isResumptionKnown("ticket"))
                && (learned.accepted(TlsVersion.TLS_1_3).isEmpty() || learned.isResumptionKnown("psk"));
        List<String> proven = learned.resumptionsProven();
        proven.forEach(by -> say(TlsFacts.RESUMPTION, known, by));
        if (known
                && proven.isEmpty()
                && (before13 || learned.accepted(TlsVersion.TLS_1_3).isPresent())) {
            sink.saw(TlsFacts.RESUMPTION.none());
        }
    }

    private boolean isOffered(String by) {
        return learned.flights().resumptions().contains(by);
    }

    /**
     * One attempt shows what the server does, but for its silence, which may be a lost packet; a server of TLS 1.3 alone has no
     * renegotiation.
     */
    private void renegotiation() {
        learned.renegotiation()
                .ifPresent(answer -> answer.outcome()
                        .renegotiation()
                        .ifPresent(how ->
                                renegotiation(TlsVersion.name(answer.question().version()), how)));
        boolean only13 = learned.accepted().allMatch(asking -> asking.version() == TlsVersion.TLS_1_3)
                && learned.ssl2().isEmpty();
        if (learned.versionsKnown() && only13) {
            sink.saw(TlsFacts.CLIENT_RENEGOTIATION.none());
        }
    }

    private void renegotiation(String version, TlsRenegotiation how) {
        sink.saw(
                how == TlsRenegotiation.IGNORED
                        ? TlsFacts.CLIENT_RENEGOTIATION.partial(version, how.id())
                        : TlsFacts.CLIENT_RENEGOTIATION.complete(version, how.id()));
    }

    private long earlyData() {
        return learned.finished().flatMap(answer -> answer.flight().earlyData()).orElse(0L);
    }

    private void beside(TlsChainSent sent) {
        String certificate = TlsCertificate.of(sent.chain().get(0)).sha256();
        Optional<TlsCertificateStatus> staple = sent.staple();
        say(
                TlsFacts.OCSP_STAPLE,
                learned.certificatesKnown(),
                certificate,
                staple.isPresent(),
                staple.map(TlsCertificateStatus::status).orElse(null),
                staple.flatMap(TlsCertificateStatus::thisUpdate).orElse(null),
                staple.flatMap(TlsCertificateStatus::nextUpdate).orElse(null),
                staple.flatMap(TlsCertificateStatus::signature)
                        .flatMap(signature -> signature.holds(sent.chain()))
                        .orElse(null));
        TlsTimestamps timestamps = TlsTimestamps.of(
                sent.chain(),
                sent.timestamps(),
                staple.map(TlsCertificateStatus::timestamps).orElse(List.of()));
        say(
                TlsFacts.CERTIFICATE_TRANSPARENCY,
                learned.certificatesKnown(),
                certificate,
                timestamps.count(),
                timestamps.inCertificate().size(),
                timestamps.inExtension().size(),
                timestamps.inStaple().size());
        Optional<TlsTimestampSignature> signatures =
                circumstances.logs().map(logs -> new TlsTimestampSignature(logs, sent.chain()));
        timestamps(certificate, "certificate", timestamps.inCertificate(), signatures);
        timestamps(certificate, "handshake", timestamps.inExtension(), signatures);
        timestamps(certificate, "staple", timestamps.inStaple(), signatures);
    }

    private void timestamps(
            String certificate, String place, List<byte[]> encoded, Optional<TlsTimestampSignature> signatures) {
        encoded.stream()
                .limit(MOST_TIMESTAMPS)
                .map(TlsTimestamp::read)
                .flatMap(Optional::stream)
                .forEach(one -> say(
                        TlsFacts.CERTIFICATE_TIMESTAMP,
                        learned.certificatesKnown(),
                        certificate,
                        place,
                        Base64.getEncoder().encodeToString(one.log()),
                        signatures.flatMap(all -> all.log(one)).orElse(null),
                        one.at().orElse(null),
                        signatures
                                .flatMap(all -> all.verdict(one, place.equals("certificate")))
                                .orElse(null)));
    }

    private void chain(TlsChainSent sent) {
        TlsChain chain = TlsChain.of(sent.chain());
        beside(sent);
        chain.state(learned.certificatesKnown(), sink);
        circumstances.trust().ifPresent(store -> trust(store, sent.chain()));
        boolean ofOther = learned.chainsByName().values().stream()
                .anyMatch(other -> Arrays.equals(other.get(0), sent.chain().get(0)));
        name.filter(asked -> !ofOther || asked.fits(chain.names())).ifPresent(asked -> match(asked, chain));
    }

    private void match(TlsName asked, TlsChain chain) {
        say(TlsFacts.NAME_MATCH, learned.certificatesKnown(), asked.text(), asked.fits(chain.names()));
    }

    private void trust(TlsTrustStore store, List<byte[]> chain) {
        TlsTrustStore.Verdict verdict =
                store.verdict(chain, circumstances.clock().instant());
        say(
                TlsFacts.TRUST,
                learned.certificatesKnown(),
                TlsCertificate.of(chain.get(0)).sha256(),
                store.name(),
                verdict.trusted(),
                verdict.anchor().orElse(null),
                verdict.reason().orElse(null));
    }

    /** Every server accepts NULL (RFC 5246 §7.4.1.2), and TLS 1.3 nothing else. */
    private List<String> compressions() {
        Set<String> methods = new LinkedHashSet<>(List.of("NULL"));
        learned.flights().compressions().stream()
                .filter(number -> number != 0)
                .map(TlsCompression::name)
                .forEach(methods::add);
        return List.copyOf(methods);
    }

    private void session() {
        TlsFlightsSeen seen = learned.flights();
        Object[] values = {
            seen.renegotiationSecured().orElse(null),
            seen.masterSecretExtended().orElse(null),
            seen.macLast().orElse(null),
            learned.fallbackRefused().orElse(null)
        };
        say(TlsFacts.SESSION, learned.allSuitesKnown(), values);
    }

    private void say(FactType type, boolean complete, @Nullable Object... values) {
        sink.saw(complete ? type.complete(values) : type.partial(values));
    }
}
