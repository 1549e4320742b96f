// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The authorities that an operator trusts, found by their names, so that only those that matter are ever read whole. */
public final class TlsTrustStore {
    private final String name;
    private final List<byte[]> authorities;
    /** Made when first needed: most runs measure no chain. */
    private @Nullable Map<ByteBuffer, List<byte[]>> bySubject;

    /**
     * @param name where they are from, as facts tell it
     * @param authorities certificates, encoded
     */
    public TlsTrustStore(String name, List<byte[]> authorities) {
        this.name = name;
        this.authorities = List.copyOf(authorities);
    }

    String name() {
        return name;
    }

    /** Whether a path from the first certificate to one of the authorities holds at a moment (RFC 5280 §6). */
    Verdict verdict(List<byte[]> chain, Instant at) {
        try {
            List<X509Certificate> sent = read(chain);
            Set<TrustAnchor> anchors = new HashSet<>();
            for (X509Certificate authority : read(candidates(chain))) {
                anchors.add(new TrustAnchor(authority, null));
            }
            return anchors.isEmpty() ? Verdict.not("no authority of the store issued it") : path(sent, anchors, at);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Verdict.not("a certificate cannot be read");
        }
    }

    /** Authorities of which one of the certificates names itself or its issuer to be. */
    private List<byte[]> candidates(List<byte[]> chain) {
        Map<ByteBuffer, List<byte[]>> named = bySubject();
        List<byte[]> found = new ArrayList<>();
        for (byte[] encoded : chain) {
            TlsCertificate certificate = TlsCertificate.of(encoded);
            certificate
                    .issuerEncoded()
                    .map(issuer -> named.getOrDefault(ByteBuffer.wrap(issuer), List.of()))
                    .ifPresent(found::addAll);
        }
        return found;
    }

    private synchronized Map<ByteBuffer, List<byte[]>> bySubject() {
        if (bySubject == null) {
            Map<ByteBuffer, List<byte[]>> all = new HashMap<>();
            for (byte[] authority : authorities) {
                TlsCertificate.of(authority)
                        .subjectEncoded()
                        .ifPresent(subject -> all.computeIfAbsent(ByteBuffer.wrap(subject), any -> new ArrayList<>(1))
                                .add(authority));
            }
            bySubject = all;
        }
        return bySubject;
    }

    private static Verdict path(List<X509Certificate> sent, Set<TrustAnchor> anchors, Instant at)
            throws GeneralSecurityException {
        X509Certificate own = sent.get(0);
        if (at.isBefore(own.getNotBefore().toInstant())
                || at.isAfter(own.getNotAfter().toInstant())) {
            return Verdict.not("out of its validity");
        }
        if (anchors.stream().anyMatch(anchor -> own.equals(anchor.getTrustedCert()))) {
            return new Verdict(true, text(own), Optional.empty());
        }
        X509CertSelector first = new X509CertSelector();
        first.setCertificate(own);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, first);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
        try {
            PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return new Verdict(true, text(built.getTrustAnchor().getTrustedCert()), Optional.empty());
        } catch (java.security.cert.CertPathBuilderException none) {
            return Verdict.not(reason(none));
        }
    }

    private static String reason(Throwable none) {
        for (Throwable cause = none; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException invalid && invalid.getReason() instanceof BasicReason why) {
                return switch (why) {
                    case EXPIRED, NOT_YET_VALID -> "an authority out of its validity";
                    case ALGORITHM_CONSTRAINED -> "an algorithm or key too weak";
                    case INVALID_SIGNATURE -> "a signature that does not verify";
                    case REVOKED, UNDETERMINED_REVOCATION_STATUS, UNSPECIFIED -> "no path that holds";
                };
            }
        }
        return "no path that holds";
    }

    private static Optional<String> text(X509Certificate authority) throws GeneralSecurityException {
        return TlsCertificate.of(authority.getEncoded()).subjectText();
    }

    private static List<X509Certificate> read(List<byte[]> encoded) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> all = new ArrayList<>();
        for (byte[] one : encoded) {
            all.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one)));
        }
        return all;
    }

    /**
     * @param anchor distinguished name of the authority at the path's end
     * @param reason why there is no path
     */
    record Verdict(boolean trusted, Optional<String> anchor, Optional<String> reason) {
        static Verdict not(String reason) {
            return new Verdict(false, Optional.empty(), Optional.of(reason));
        }
    }
}
