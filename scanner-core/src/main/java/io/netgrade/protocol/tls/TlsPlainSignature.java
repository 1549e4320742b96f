// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.Set;

/**
 * Signatures of the kinds that nearly all certificates bear, verified by the JDK alone: the provider of BouncyCastle takes
 * longer to load than a server to ask.
 */
final class TlsPlainSignature {
    /** A larger key is not calculated with: it would cost more than the answer is worth. */
    static final int MAX_KEY_BITS = 16_384;

    private static final Set<String> ALGORITHMS = Set.of(
            "SHA1withRSA",
            "SHA256withRSA",
            "SHA384withRSA",
            "SHA512withRSA",
            "SHA256withECDSA",
            "SHA384withECDSA",
            "SHA512withECDSA");

    private TlsPlainSignature() {}

    /**
     * Whether a signature verifies; false also where it is not of a usual kind.
     *
     * @param key SubjectPublicKeyInfo, encoded
     * @param algorithm AlgorithmIdentifier, encoded
     */
    static boolean verifies(byte[] key, byte[] algorithm, byte[] content, byte[] signature) {
        Optional<TlsPublicKey> measured = TlsPublicKey.plain(key)
                .filter(one -> one.bits().filter(bits -> bits <= MAX_KEY_BITS).isPresent());
        Optional<String> name =
                TlsSignature.plain(algorithm).map(TlsSignature::name).filter(ALGORITHMS::contains);
        String kind = measured.map(TlsPublicKey::algorithm).orElse("");
        boolean fits = name.filter(one -> one.endsWith(kind.equals("EC") ? "withECDSA" : "with" + kind))
                .isPresent();
        return fits
                && Lenient.read(() -> verified(kind, key, name.orElseThrow(), content, signature))
                        .orElse(false);
    }

    private static boolean verified(String kind, byte[] key, String name, byte[] content, byte[] signature)
            throws Exception {
        PublicKey made = KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(key));
        Signature verifier = Signature.getInstance(name);
        verifier.initVerify(made);
        verifier.update(content);
        return verifier.verify(signature);
    }
}
