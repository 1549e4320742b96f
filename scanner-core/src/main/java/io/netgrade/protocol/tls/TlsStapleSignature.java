// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Optional;

/**
 * Whether an answer of OCSP is of a certificate and from whom may give it: the certificate's issuer, or whom the issuer
 * lets sign such answers (RFC 6960 §4.2.2.2).
 */
final class TlsStapleSignature {
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SIGNS_OCSP = "1.3.6.1.5.5.7.3.9";
    private static final int CERTIFICATES_TAG = 0xA0;

    /** A responder sends its own certificate, and seldom one more. */
    private static final int MOST_RESPONDERS = 4;

    private final byte[] basic;
    private final String serial;

    /**
     * @param basic a BasicOCSPResponse, encoded: what is signed, the algorithm and the signature, like a certificate's
     * @param serial that the first answer in it is for, in hexadecimal digits
     */
    TlsStapleSignature(byte[] basic, String serial) {
        this.basic = basic.clone();
        this.serial = serial;
    }

    /** Whether it holds for the first certificate of a chain; empty where the chain has no issuer to tell by. */
    Optional<Boolean> holds(List<byte[]> chain) {
        List<TlsCertificate> certificates = TlsCertificate.ofAll(chain);
        TlsCertificate own = certificates.get(0);
        Optional<TlsCertificate> issuer = certificates.stream()
                .filter(own::namesAsIssuer)
                .filter(one -> TlsSignatureVerification.verifies(own, one).orElse(false))
                .findFirst();
        return issuer.flatMap(one -> signedFor(one))
                .map(signed -> signed && own.serial().filter(serial::equals).isPresent());
    }

    private Optional<Boolean> signedFor(TlsCertificate issuer) {
        TlsCertificate answer = TlsCertificate.of(basic);
        Optional<Boolean> byIssuer = TlsSignatureVerification.verifies(answer, issuer);
        boolean byDelegate = !byIssuer.orElse(false)
                && responders().stream()
                        .filter(one ->
                                TlsSignatureVerification.verifies(one, issuer).orElse(false))
                        .anyMatch(one ->
                                TlsSignatureVerification.verifies(answer, one).orElse(false));
        return byDelegate ? Optional.of(true) : byIssuer;
    }

    /** Those that came with the answer and say that they may sign it. */
    private List<TlsCertificate> responders() {
        return Der.elements(basic).stream()
                .filter(part -> Der.firstByte(part) == CERTIFICATES_TAG)
                .map(Der::content)
                .flatMap(list -> Der.elements(list).stream())
                .limit(MOST_RESPONDERS)
                .map(TlsCertificate::of)
                .filter(TlsStapleSignature::maySign)
                .toList();
    }

    private static boolean maySign(TlsCertificate responder) {
        return responder.extension(EXTENDED_KEY_USAGE).map(Der::elements).stream()
                .flatMap(List::stream)
                .anyMatch(use -> Der.identifier(use).equals(SIGNS_OCSP));
    }
}
