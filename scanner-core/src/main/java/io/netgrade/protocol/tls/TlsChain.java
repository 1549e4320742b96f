// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.ObservationSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** The certificates that a server sent in one flight, and what they say of themselves and of each other. */
final class TlsChain {
    private final List<TlsCertificate> certificates;

    private TlsChain(List<TlsCertificate> certificates) {
        this.certificates = certificates;
    }

    static TlsChain of(List<byte[]> encoded) {
        return new TlsChain(TlsCertificate.ofAll(encoded));
    }

    /** States one fact for each certificate and one for the chain; nothing where there is none. */
    void state(boolean complete, ObservationSink sink) {
        for (int position = 0; position < certificates.size(); position++) {
            Object[] values = values(position, certificates.get(position));
            sink.saw(complete ? TlsFacts.CERTIFICATE.complete(values) : TlsFacts.CERTIFICATE.partial(values));
        }
        if (!certificates.isEmpty()) {
            Object[] values = {
                certificates.size(),
                isInOrder(),
                isSelfSigned(certificates.get(0)),
                isWhole().orElse(null)
            };
            sink.saw(complete ? TlsFacts.CHAIN.complete(values) : TlsFacts.CHAIN.partial(values));
        }
    }

    /** The names in the server's own certificate. */
    List<String> names() {
        return certificates.isEmpty() ? List.of() : TlsCertificateNames.of(certificates.get(0));
    }

    private static Object[] values(int position, TlsCertificate certificate) {
        Optional<TlsPublicKey> key = certificate.key();
        Optional<TlsSignature> signature =
                certificate.signatureAlgorithm().flatMap(algorithm -> Lenient.read(() -> TlsSignature.of(algorithm)));
        return new Object[] {
            position,
            certificate.subject().map(TlsCertificateNames::text).orElse(null),
            certificate.issuer().map(TlsCertificateNames::text).orElse(null),
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
            certificate.isReadable() ? isSelfSigned(certificate) : null,
            certificate.isReadable() ? TlsCertificateNames.isAuthority(certificate) : null,
            certificate.sha256()
        };
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

    /** Named as its own issuer, and signed by its own key unless that cannot be told. */
    private static boolean isSelfSigned(TlsCertificate certificate) {
        return isNamedAsIssuer(certificate, certificate)
                && TlsSignatureVerification.verifies(certificate, certificate).orElse(true);
    }

    private boolean isInOrder() {
        for (int i = 0; i + 1 < certificates.size(); i++) {
            if (!isNamedAsIssuer(certificates.get(i), certificates.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether each is signed by the next; not known for a lone certificate that names another issuer. */
    private Optional<Boolean> isWhole() {
        if (!isInOrder()) {
            return Optional.of(false);
        }
        for (int i = 0; i + 1 < certificates.size(); i++) {
            Optional<Boolean> signed = TlsSignatureVerification.verifies(certificates.get(i), certificates.get(i + 1));
            if (!signed.orElse(false)) {
                return signed;
            }
        }
        boolean known = certificates.size() > 1 || isSelfSigned(certificates.get(0));
        return known ? Optional.of(true) : Optional.empty();
    }

    private static boolean isNamedAsIssuer(TlsCertificate issued, TlsCertificate issuer) {
        Optional<X500Name> named = issued.issuer();
        return named.isPresent() && named.equals(issuer.subject());
    }
}
