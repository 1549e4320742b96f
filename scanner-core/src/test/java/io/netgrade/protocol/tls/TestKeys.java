// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates made for one test. */
final class TestKeys {
    static final Provider PROVIDER = new BouncyCastleProvider();
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private TestKeys() {}

    static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /** A certificate for 90 days less a second. */
    static X509Certificate certificate(
            String subject,
            KeyPair key,
            String issuer,
            PrivateKey signer,
            String algorithm,
            boolean ca,
            GeneralNames names)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(0xABCDEF),
                Date.from(FROM),
                Date.from(FROM.plus(Duration.ofDays(90)).minusSeconds(1)),
                new X500Name(subject),
                key.getPublic());
        if (ca) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        }
        if (names != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        return new JcaX509CertificateConverter()
                .setProvider(PROVIDER)
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(PROVIDER)
                        .build(signer)));
    }

    static X509Certificate selfSigned(String name, KeyPair key, String algorithm) throws Exception {
        return certificate(name, key, name, key.getPrivate(), algorithm, false, null);
    }

    /** A key store with an RSA key of 2048 bits and, where asked for, one of P-256; password {@code lab}. */
    static KeyStore store(boolean withEc) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        KeyPair rsa = rsa(2048);
        Certificate[] rsaChain = {selfSigned("CN=rsa.lab", rsa, "SHA256withRSA")};
        store.setKeyEntry("rsa", rsa.getPrivate(), "lab".toCharArray(), rsaChain);
        if (withEc) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair ec = generator.generateKeyPair();
            Certificate[] ecChain = {selfSigned("CN=ec.lab", ec, "SHA256withECDSA")};
            store.setKeyEntry("ec", ec.getPrivate(), "lab".toCharArray(), ecChain);
        }
        return store;
    }
}
