// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The certificates that a server sent in one flight, and what they say of themselves and of each other. */
final class TlsChain {
    private final List<TlsCertificate> certificates;

    /** Those of which each is to be issued by the next. */
    private final TlsLine inLine;

    private TlsChain(List<TlsCertificate> certificates, TlsLine inLine) {
        this.certificates = certificates;
        this.inLine = inLine;
    }

    static TlsChain of(List<byte[]> encoded) {
        List<TlsCertificate> certificates = TlsCertificate.ofAll(encoded);
        return new TlsChain(certificates, new TlsLine(certificates, TlsProof.BY_SIGNATURE));
    }

    /** One that was heard and not asked for. */
    static TlsChain heard(List<byte[]> encoded) {
        List<TlsCertificate> certificates = TlsCertificate.ofAll(encoded);
        return new TlsChain(certificates, new TlsLine(certificates, TlsProof.BY_IDENTIFIER));
    }

    /** Of TLCP: the first certificate signs, the second one ciphers, and the authorities behind issued both. */
    static TlsChain ofPair(List<byte[]> encoded) {
        List<TlsCertificate> certificates = TlsCertificate.ofAll(encoded);
        List<TlsCertificate> signing = new ArrayList<>(certificates);
        if (signing.size() > 1) {
            signing.remove(1);
        }
        return new TlsChain(certificates, new TlsLine(signing, TlsProof.BY_IDENTIFIER));
    }

    /** States one fact for each certificate and one for the chain; nothing where there is none. */
    void state(boolean complete, ObservationSink sink) {
        facts(complete, TlsVocabulary.OF_TLS).forEach(sink::saw);
    }

    /** The same, in the words of the protocol that carries the handshake. */
    List<Fact> facts(boolean complete, TlsVocabulary words) {
        List<Fact> facts = new ArrayList<>();
        for (int position = 0; position < certificates.size(); position++) {
            facts.add(fact(complete, words.of(TlsFacts.CERTIFICATE), values(position, certificates.get(position))));
        }
        if (!certificates.isEmpty()) {
            facts.add(fact(
                    complete,
                    words.of(TlsFacts.CHAIN),
                    certificates.size(),
                    inLine.isInOrder(),
                    inLine.isSelfSigned(certificates.get(0)),
                    inLine.isWhole().orElse(null)));
        }
        return facts;
    }

    private static Fact fact(boolean complete, FactType type, @Nullable Object... values) {
        return complete ? type.complete(values) : type.partial(values);
    }

    /** The names in the server's own certificate. */
    List<String> names() {
        return certificates.isEmpty() ? List.of() : TlsCertificateNames.of(certificates.get(0));
    }

    private @Nullable Object[] values(int position, TlsCertificate certificate) {
        Optional<TlsPublicKey> key = certificate.key();
        Optional<TlsSignature> signature = certificate.signedBy();
        return new @Nullable Object[] {
            position,
            certificate.subjectText().orElse(null),
            certificate.issuerText().orElse(null),
            certificate.serial().orElse(null),
            certificate.notBefore().orElse(null),
            certificate.notAfter().orElse(null),
            days(certificate).orElse(null),
            key.map(TlsPublicKey::algorithm).orElse(null),
            key.flatMap(TlsPublicKey::bits).orElse(null),
            key.flatMap(TlsPublicKey::curve).orElse(null),
            signature.map(TlsSignature::name).orElse(null),
            signature.flatMap(TlsSignature::hash).orElse(null),
            certificate.isReadable() ? TlsCertificateNames.of(certificate) : null,
            certificate.isReadable() ? inLine.isSelfSigned(certificate) : null,
            certificate.isReadable() ? TlsCertificateNames.isAuthority(certificate) : null,
            certificate.sha256(),
            TlsCertificateNames.keyUsages(certificate).orElse(null),
            certificate.isReadable() ? TlsCertificateNames.revocation(certificate) : null
        };
    }

    /** What is told of a certificate that a client sent. */
    static Fact clientFact(FactType type, TlsCertificate certificate) {
        Optional<TlsPublicKey> key = certificate.key();
        return type.partial(
                key.map(TlsPublicKey::algorithm).orElse(null),
                key.flatMap(TlsPublicKey::bits).orElse(null),
                certificate.signedBy().flatMap(TlsSignature::hash).orElse(null),
                certificate.notAfter().orElse(null),
                certificate.sha256());
    }

    private static Optional<Long> days(TlsCertificate certificate) {
        Optional<Instant> from = certificate.notBefore();
        Optional<Instant> to = certificate.notAfter();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        long seconds = Duration.between(from.get(), to.get()).toSeconds();
        return Optional.of(Math.floorDiv(
                seconds + Duration.ofDays(1).toSeconds() - 1, Duration.ofDays(1).toSeconds()));
    }
}
