// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.io.OutputStream;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Whether one certificate was signed with the key of another. */
final class TlsSignatureVerification {
    private TlsSignatureVerification() {}

    /** Whether the signature verifies; empty where that cannot be told: an algorithm not known, a key out of measure. */
    static Optional<Boolean> verifies(TlsCertificate signed, TlsCertificate signer) {
        Optional<byte[]> content = signed.signedBytes();
        Optional<byte[]> signature = signed.signature();
        if (verifiesPlainly(signed, signer)) {
            return Optional.of(true);
        }
        Optional<ContentVerifier> verifier = verifier(signed, signer);
        if (verifier.isEmpty() || content.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return Lenient.read(() -> {
            try (OutputStream stream = verifier.get().getOutputStream()) {
                stream.write(content.get());
            }
            return Lenient.read(() -> verifier.get().verify(signature.get())).orElse(false);
        });
    }

    private static boolean verifiesPlainly(TlsCertificate signed, TlsCertificate signer) {
        return TlsPlainSignature.verifies(
                signer.keyEncoded().orElse(new byte[0]),
                signed.signatureAlgorithmEncoded().orElse(new byte[0]),
                signed.signedBytes().orElse(new byte[0]),
                signed.signature().orElse(new byte[0]));
    }

    private static Optional<ContentVerifier> verifier(TlsCertificate signed, TlsCertificate signer) {
        return signer.keyInfo()
                .filter(key -> isModest(signer))
                .filter(TlsSignatureVerification::isNamedWhereACurve)
                .flatMap(key -> Lenient.read(() -> new JcaContentVerifierProviderBuilder()
                        .setProvider(Cryptography.PROVIDER)
                        .build(key)
                        .get(signed.signatureAlgorithm().orElseThrow())));
    }

    /** Whether a key has a measure, and one that can be calculated with in good time. */
    static boolean isCalculable(TlsCertificate signer) {
        return isModest(signer)
                && signer.keyInfo()
                        .filter(TlsSignatureVerification::isNamedWhereACurve)
                        .isPresent();
    }

    private static boolean isModest(TlsCertificate signer) {
        return signer.key()
                .flatMap(TlsPublicKey::bits)
                .filter(bits -> bits <= TlsPlainSignature.MAX_KEY_BITS)
                .isPresent();
    }

    private static boolean isNamedWhereACurve(SubjectPublicKeyInfo key) {
        return !key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                || key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier;
    }

    /** BouncyCastle, for SM2 and for the algorithms that a JDK has switched off; made when first needed. */
    private static final class Cryptography {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
