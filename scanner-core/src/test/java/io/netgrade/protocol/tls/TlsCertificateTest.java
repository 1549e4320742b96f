// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;

class TlsCertificateTest {
    @Test
    void statesEveryFieldOfACertificate() throws Exception {
        KeyPair ca = TestKeys.ec("secp384r1");
        KeyPair key = TestKeys.rsa(1024);
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "www.lab"), new GeneralName(GeneralName.iPAddress, "192.0.2.1")
        });
        X509Certificate made = TestKeys.certificate(
                "C=CN,O=Lab\\, Inc,CN=leaf", key, "CN=Root", ca.getPrivate(), "SHA384withECDSA", false, names);

        Fact fact = certificates(made).get(0);

        assertThat(fact)
                .isEqualTo(TlsFacts.CERTIFICATE.complete(
                        0,
                        "CN=leaf,O=Lab\\, Inc,C=CN",
                        "CN=Root",
                        "abcdef",
                        TestKeys.FROM,
                        made.getNotAfter().toInstant(),
                        90,
                        "RSA",
                        1024,
                        null,
                        "SHA384withECDSA",
                        "SHA-384",
                        List.of("www.lab", "192.0.2.1"),
                        false,
                        false,
                        TlsCertificate.of(made.getEncoded()).sha256(),
                        null,
                        List.of()));
    }

    @Test
    void knowsKeysAndHashesOfManyKinds() throws Exception {
        KeyPair rsa = TestKeys.rsa(2048);
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair dsa = dsa();
        KeyPair sm2 = TestKeys.ec("sm2p256v1");
        List<X509Certificate> made = List.of(
                TestKeys.selfSigned("CN=a", rsa, "MD5withRSA"),
                TestKeys.selfSigned("CN=b", rsa, "SHA256withRSAandMGF1"),
                TestKeys.selfSigned("CN=c", TestKeys.ec("brainpoolP256r1"), "SHA1withECDSA"),
                TestKeys.selfSigned("CN=d", edwards, "Ed25519"),
                TestKeys.selfSigned("CN=e", dsa, "SHA224withDSA"),
                TestKeys.selfSigned("CN=f", sm2, "SM3withSM2"));

        assertThat(made.stream().map(one -> summary(one)))
                .containsExactly(
                        "RSA 2048 - MD5 true [a]",
                        "RSA 2048 - SHA-256 true [b]",
                        "EC 256 brainpoolP256r1 SHA-1 true [c]",
                        "Ed25519 256 Ed25519 intrinsic true [d]",
                        "DSA 1024 - SHA-224 true [e]",
                        "SM2 256 curveSM2 SM3 true [f]");
    }

    @Test
    void isNotSelfSignedByNameAlone() throws Exception {
        KeyPair other = TestKeys.rsa(1024);
        X509Certificate made = TestKeys.certificate(
                "CN=x", TestKeys.rsa(1024), "CN=x", other.getPrivate(), "SHA256withRSA", false, null);

        assertThat(certificates(made).get(0).flag("self-signed")).contains(false);
    }

    @Test
    void measuresTheChainAgainstItselfOnly() throws Exception {
        KeyPair rootKey = TestKeys.ec("secp256r1");
        KeyPair middleKey = TestKeys.ec("secp256r1");
        KeyPair leafKey = TestKeys.ec("secp256r1");
        X509Certificate root = TestKeys.certificate(
                "CN=root", rootKey, "CN=root", rootKey.getPrivate(), "SHA256withECDSA", true, null);
        X509Certificate middle = TestKeys.certificate(
                "CN=middle", middleKey, "CN=root", rootKey.getPrivate(), "SHA256withECDSA", true, null);
        X509Certificate leaf = TestKeys.certificate(
                "CN=leaf", leafKey, "CN=middle", middleKey.getPrivate(), "SHA256withECDSA", false, null);
        X509Certificate forged = TestKeys.certificate(
                "CN=leaf", leafKey, "CN=middle", leafKey.getPrivate(), "SHA256withECDSA", false, null);

        assertThat(chain(leaf, middle, root)).isEqualTo(TlsFacts.CHAIN.complete(3, true, false, true));
        assertThat(chain(leaf, middle)).isEqualTo(TlsFacts.CHAIN.complete(2, true, false, true));
        assertThat(chain(leaf, root)).isEqualTo(TlsFacts.CHAIN.complete(2, false, false, false));
        assertThat(chain(leaf, root, middle)).isEqualTo(TlsFacts.CHAIN.complete(3, false, false, false));
        assertThat(chain(forged, middle)).isEqualTo(TlsFacts.CHAIN.complete(2, true, false, false));
        assertThat(chain(root)).isEqualTo(TlsFacts.CHAIN.complete(1, true, true, true));
        assertThat(chain(leaf)).isEqualTo(TlsFacts.CHAIN.complete(1, true, false, null));
    }

    @Test
    void readsWhatIsLeftOfABrokenOne() throws Exception {
        byte[] whole =
                TestKeys.selfSigned("CN=x", TestKeys.rsa(1024), "SHA256withRSA").getEncoded();
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            assertThat(stated(damaged).get(0).text("sha256").orElseThrow()).hasSize(64);
            assertThat(stated(Arrays.copyOf(whole, at)).get(0).text("sha256").orElseThrow())
                    .hasSize(64);
        }
        byte[] wrongTime = whole.clone();
        int time = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("260101000000Z");
        wrongTime[time] = 'x';
        Fact read = stated(wrongTime).get(0);
        assertThat(read.instant("not-before")).isEmpty();
        assertThat(read.instant("not-after")).isPresent();
        assertThat(read.number("key-bits")).contains(1024L);
    }

    @Test
    void refusesWhatNestsTooDeep() {
        byte[] nested = new byte[100_000];
        for (int at = 0; at + 1 < nested.length; at += 2) {
            nested[at] = 0x30;
            nested[at + 1] = (byte) 0x80;
        }
        assertThat(stated(nested).get(0).text("subject")).isEmpty();

        byte[] definite = {0x30, 0};
        for (int level = 0; level < 1000; level++) {
            byte[] inner = definite;
            definite = TlsWriter.written(writer -> writer.u8(0x30).u8(0x83).vector24(body -> body.bytes(inner)));
        }
        assertThat(Der.isModest(definite)).isFalse();
        assertThat(stated(definite)).hasSize(2);
    }

    private static KeyPair dsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    private static String summary(X509Certificate certificate) {
        Fact fact = certificates(certificate).get(0);
        return String.join(
                " ",
                fact.text("key-algorithm").orElse("-"),
                String.valueOf(fact.number("key-bits").orElse(-1L)),
                fact.text("curve").orElse("-"),
                fact.text("signature-hash").orElse("-"),
                String.valueOf(fact.flag("self-signed").orElseThrow()),
                fact.names("names").toString());
    }

    private static List<Fact> certificates(X509Certificate... chain) {
        return stated(Stream.of(chain).map(TlsCertificateTest::encoded).toArray(byte[][]::new)).stream()
                .filter(fact -> fact.is(TlsFacts.CERTIFICATE))
                .toList();
    }

    private static Fact chain(X509Certificate... chain) {
        List<Fact> all =
                stated(Stream.of(chain).map(TlsCertificateTest::encoded).toArray(byte[][]::new));
        return all.get(all.size() - 1);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Fact> stated(byte[]... encoded) {
        Fed.Facts facts = new Fed.Facts();
        TlsChain.of(List.of(encoded)).state(true, facts);
        return facts.all;
    }
}
