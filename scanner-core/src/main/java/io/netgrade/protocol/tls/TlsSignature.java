// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The name of a certificate's signature algorithm and the hash in it.
 *
 * @param hash empty where it is not known
 */
record TlsSignature(String name, Optional<String> hash) {
    private static final Map<String, TlsSignature> BY_IDENTIFIER = TlsTable.rows("signature-oids.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], TlsSignature::read));

    /** The algorithm of an encoded identifier; empty where its parameters matter, or it is not known. */
    static Optional<TlsSignature> plain(byte[] encoded) {
        List<byte[]> parts = Der.elements(encoded);
        TlsSignature known = parts.isEmpty() ? null : BY_IDENTIFIER.get(Der.identifier(parts.get(0)));
        return Optional.ofNullable(known).filter(one -> !one.name.equals("RSASSA-PSS"));
    }

    static TlsSignature of(AlgorithmIdentifier algorithm) {
        String identifier = algorithm.getAlgorithm().getId();
        TlsSignature known = BY_IDENTIFIER.get(identifier);
        if (known == null) {
            return new TlsSignature(identifier, Optional.empty());
        }
        return known.name.equals("RSASSA-PSS") ? pss(algorithm) : known;
    }

    /** RSASSA-PSS names its hash in its parameters (RFC 4055 §3.1); SHA-1 where it leaves them out. */
    private static TlsSignature pss(AlgorithmIdentifier algorithm) {
        String identifier = RSASSAPSSparams.getInstance(algorithm.getParameters())
                .getHashAlgorithm()
                .getAlgorithm()
                .getId();
        Optional<String> hash =
                Optional.ofNullable(BY_IDENTIFIER.get(identifier)).flatMap(TlsSignature::hash);
        return new TlsSignature("RSASSA-PSS", hash);
    }

    private static TlsSignature read(String[] row) {
        return new TlsSignature(
                row[1],
                Arrays.stream(row).skip(2).filter(hash -> !hash.equals("-")).findFirst());
    }
}
