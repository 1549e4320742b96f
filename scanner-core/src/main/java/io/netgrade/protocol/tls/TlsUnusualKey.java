// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParametersHolder;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Keys of certificates that are none of the usual kinds, read by BouncyCastle; apart, so that it is loaded for them only. */
final class TlsUnusualKey {
    private TlsUnusualKey() {}

    static TlsPublicKey read(SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier identifier = key.getAlgorithm().getAlgorithm();
        ASN1Encodable parameters = key.getAlgorithm().getParameters();
        if (identifier.equals(PKCSObjectIdentifiers.rsaEncryption)
                || identifier.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return rsa(key);
        }
        if (identifier.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return parameters instanceof ASN1ObjectIdentifier curve ? named(curve) : explicit(parameters);
        }
        if (identifier.equals(X9ObjectIdentifiers.id_dsa)) {
            return dsa(parameters);
        }
        if (identifier.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return new TlsPublicKey("Ed25519", Optional.of(256), Optional.of("Ed25519"));
        }
        if (identifier.equals(EdECObjectIdentifiers.id_Ed448)) {
            return new TlsPublicKey("Ed448", Optional.of(448), Optional.of("Ed448"));
        }
        return new TlsPublicKey(identifier.getId(), Optional.empty(), Optional.empty());
    }

    private static TlsPublicKey rsa(SubjectPublicKeyInfo key) {
        Optional<Integer> bits = Lenient.read(() ->
                RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength());
        return new TlsPublicKey("RSA", bits, Optional.empty());
    }

    private static TlsPublicKey named(ASN1ObjectIdentifier curve) {
        if (curve.equals(GMObjectIdentifiers.sm2p256v1)) {
            return new TlsPublicKey("SM2", Optional.of(256), Optional.of("curveSM2"));
        }
        Optional<Integer> bits = Optional.ofNullable(ECNamedCurveTable.getByOIDLazy(curve))
                .map(X9ECParametersHolder::getCurve)
                .map(found -> found.getFieldSize());
        String name = Optional.ofNullable(SECNamedCurves.getName(curve))
                .or(() -> Optional.ofNullable(TeleTrusTNamedCurves.getName(curve)))
                .or(() -> Optional.ofNullable(ECNamedCurveTable.getName(curve)))
                .orElse(curve.getId());
        return new TlsPublicKey("EC", bits, Optional.of(name));
    }

    /** A curve written out (RFC 3279 §2.3.5): the field's prime alone is measured. */
    private static TlsPublicKey explicit(ASN1Encodable parameters) {
        Optional<Integer> bits = Lenient.read(() -> {
            ASN1Sequence field = ASN1Sequence.getInstance(
                    ASN1Sequence.getInstance(parameters).getObjectAt(1));
            return ASN1Integer.getInstance(field.getObjectAt(1))
                    .getPositiveValue()
                    .bitLength();
        });
        return new TlsPublicKey("EC", bits, Optional.empty());
    }

    private static TlsPublicKey dsa(ASN1Encodable parameters) {
        Optional<Integer> bits = Lenient.read(() -> ASN1Integer.getInstance(
                        ASN1Sequence.getInstance(parameters).getObjectAt(0))
                .getPositiveValue()
                .bitLength());
        return new TlsPublicKey("DSA", bits, Optional.empty());
    }
}
