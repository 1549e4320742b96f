// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** How it is told whether one certificate was issued with the key of another. */
enum TlsProof {
    /**
     * The key identifiers in both (RFC 5280 §4.2.1.1): what a listener goes by, as to verify the chain of each server in a
     * capture costs more than to read the capture. Nobody gains by a wrong one but an incomplete chain that looks whole.
     */
    BY_IDENTIFIER {
        @Override
        Optional<Boolean> issued(TlsCertificate certificate, TlsCertificate issuer) {
            Optional<byte[]> named = authorityKey(certificate);
            Optional<byte[]> own = subjectKey(issuer);
            return named.isPresent() && own.isPresent()
                    ? Optional.of(Arrays.equals(named.get(), own.get()))
                    : Optional.empty();
        }
    },
    /** The signature itself. */
    BY_SIGNATURE {
        @Override
        Optional<Boolean> issued(TlsCertificate certificate, TlsCertificate issuer) {
            return TlsSignatureVerification.verifies(certificate, issuer);
        }
    };

    /** Whether it was; empty where that cannot be told. */
    abstract Optional<Boolean> issued(TlsCertificate certificate, TlsCertificate issuer);

    private static Optional<byte[]> authorityKey(TlsCertificate certificate) {
        return certificate
                .extension(Extension.authorityKeyIdentifier)
                .flatMap(value -> Lenient.read(
                        () -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets()));
    }

    private static Optional<byte[]> subjectKey(TlsCertificate certificate) {
        return certificate
                .extension(Extension.subjectKeyIdentifier)
                .flatMap(value ->
                        Lenient.read(() -> ASN1OctetString.getInstance(value).getOctets()));
    }
}
