// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Arrays;
import java.util.Optional;

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

    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final int KEY_IDENTIFIER_TAG = 0x80;
    private static final int OCTET_STRING = 4;

    /** Whether it was; empty where that cannot be told. */
    abstract Optional<Boolean> issued(TlsCertificate certificate, TlsCertificate issuer);

    private static Optional<byte[]> authorityKey(TlsCertificate certificate) {
        return certificate
                .extension(AUTHORITY_KEY_IDENTIFIER)
                .map(Der::elements)
                .flatMap(parts -> parts.stream()
                        .filter(part -> Der.firstByte(part) == KEY_IDENTIFIER_TAG)
                        .findFirst())
                .map(Der::content);
    }

    private static Optional<byte[]> subjectKey(TlsCertificate certificate) {
        return certificate
                .extension(SUBJECT_KEY_IDENTIFIER)
                .filter(value -> Der.firstByte(value) == OCTET_STRING)
                .map(Der::content);
    }
}
