// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What logs signed, by two logs made here; OpenSSL is asked what it makes of the same. */
class TlsTimestampTest {
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier(TlsTimestamps.IN_CERTIFICATE);
    private static final long TAKEN = Instant.parse("2026-02-03T04:05:06.789Z").toEpochMilli();
    private static final String EC = "SHA256withECDSA";
    private static final String RSA = "SHA256withRSA";

    @TempDir
    private static Path folder;

    private static KeyPair authorityKey;
    private static KeyPair serverKey;
    private static KeyPair log;
    private static KeyPair rsaLog;
    private static X509Certificate authority;
    private static X509Certificate server;
    private static byte[] embedded;
    private static TlsLogs known;

    @BeforeAll
    static void issue() throws Exception {
        authorityKey = TestKeys.ec("secp256r1");
        serverKey = TestKeys.ec("secp256r1");
        log = TestKeys.ec("secp256r1");
        rsaLog = TestKeys.rsa(2048);
        known = new TlsLogs(List.of(
                new TlsLogs.Log("A log of the lab", log.getPublic().getEncoded()),
                new TlsLogs.Log("An RSA log", rsaLog.getPublic().getEncoded())));
        JcaX509v3CertificateBuilder root = builder("CN=authority", authorityKey);
        root.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        authority = signed(root);
        byte[] before = signed(leaf()).getTBSCertificate();
        embedded = timestamp(log, EC, 0x0403, precertificate(before, authorityKey));
        JcaX509v3CertificateBuilder whole = leaf();
        whole.addExtension(TIMESTAMPS, false, new DEROctetString(list(embedded)));
        server = signed(whole);
    }

    @Test
    void embedded() throws Exception {
        TlsTimestampSignature signatures = of(known, server, authority);
        TlsTimestamp good = TlsTimestamp.read(embedded).orElseThrow();

        assertThat(signatures.verdict(good, true)).contains("valid");
        assertThat(signatures.log(good)).contains("A log of the lab");
        assertThat(good.at()).contains(Instant.ofEpochMilli(TAKEN));
        byte[] later = embedded.clone();
        later[40] ^= 1;
        assertThat(signatures.verdict(TlsTimestamp.read(later).orElseThrow(), true))
                .contains("invalid");
        assertThat(signatures.verdict(good, false))
                .as("as if it were of the whole")
                .contains("invalid");
        assertThat(of(known, server).verdict(good, true))
                .as("no issuer to tell by")
                .isEmpty();
        assertThat(of(new TlsLogs(List.of()), server, authority).verdict(good, true))
                .contains("unknown-log");
    }

    @Test
    void ofTheWholeCertificate() throws Exception {
        byte[] entry = TlsWriter.written(writer -> writer.u16(0).vector24(body -> body.bytes(encoded(server))));
        TlsTimestamp byRsa =
                TlsTimestamp.read(timestamp(rsaLog, RSA, 0x0401, entry)).orElseThrow();
        TlsTimestamp misnamed =
                TlsTimestamp.read(timestamp(rsaLog, RSA, 0x0403, entry)).orElseThrow();
        TlsTimestamp oldHash = TlsTimestamp.read(timestamp(rsaLog, "SHA1withRSA", 0x0201, entry))
                .orElseThrow();

        assertThat(of(known, server).verdict(byRsa, false)).contains("valid");
        assertThat(of(known, authority).verdict(byRsa, false)).as("of another").contains("invalid");
        assertThat(of(known, server).verdict(misnamed, false)).contains("invalid");
        assertThat(of(known, server).verdict(oldHash, false)).contains("invalid");
        assertThat(of(known, server, authority).verdict(byRsa, true)).contains("invalid");
    }

    @Test
    void brokenOnesAreNotRead() {
        for (int length = 0; length < embedded.length; length++) {
            assertThat(TlsTimestamp.read(Arrays.copyOf(embedded, length))).isEmpty();
        }
        assertThat(TlsTimestamp.read(Arrays.copyOf(embedded, embedded.length + 1)))
                .isEmpty();
        byte[] later = embedded.clone();
        later[0] = 1;
        assertThat(TlsTimestamp.read(later)).as("of another version").isEmpty();
        Arrays.fill(later, 33, 41, (byte) 0x7F);
        later[0] = 0;
        assertThat(TlsTimestamp.read(later).orElseThrow().at())
                .as("beyond all calendars")
                .isEmpty();
    }

    /** The body is what was signed before, wherever the extension stands; one without it stays as it is. */
    @Test
    void theBodyWithoutTimestamps() throws Exception {
        JcaX509v3CertificateBuilder first = builder("CN=server.lab", serverKey);
        first.addExtension(TIMESTAMPS, false, new DEROctetString(list(embedded)));
        first.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        JcaX509v3CertificateBuilder only = builder("CN=server.lab", serverKey);
        only.addExtension(TIMESTAMPS, false, new DEROctetString(list(embedded)));

        assertThat(body(signed(first))).isEqualTo(signed(leaf()).getTBSCertificate());
        assertThat(body(authority)).isEqualTo(authority.getTBSCertificate());
        assertThat(Der.elements(body(signed(only)))).hasSize(7);
    }

    /** A real server, asked with a list of logs, with an empty one, and with none. */
    @Test
    void isStatedOfAServer() throws Exception {
        OpensslServer.needed();
        write("server.crt", "CERTIFICATE", server.getEncoded());
        write("chain.pem", "CERTIFICATE", authority.getEncoded());
        write("server.key", "PRIVATE KEY", serverKey.getPrivate().getEncoded());

        assertThat(stated(Optional.of(known)))
                .isEqualTo(TlsFacts.CERTIFICATE_TIMESTAMP.complete(
                        TlsCertificate.of(server.getEncoded()).sha256(),
                        "certificate",
                        Base64.getEncoder().encodeToString(identifier(log)),
                        "A log of the lab",
                        Instant.ofEpochMilli(TAKEN),
                        "valid"));
        assertThat(stated(Optional.of(new TlsLogs(List.of()))).text("signature"))
                .contains("unknown-log");
        assertThat(stated(Optional.empty()).text("signature")).isEmpty();
    }

    /** An independent implementation agrees on which of two timestamps is signed. */
    @Test
    void opensslSaysTheSame() throws Exception {
        OpensslServer.needed();
        JcaX509v3CertificateBuilder both = leaf();
        byte[] wrong = embedded.clone();
        wrong[40] ^= 1;
        both.addExtension(TIMESTAMPS, false, new DEROctetString(list(embedded, wrong)));
        X509Certificate two = signed(both);
        write("two.crt", "CERTIFICATE", two.getEncoded());
        write("two.key", "PRIVATE KEY", serverKey.getPrivate().getEncoded());
        write("authority.pem", "CERTIFICATE", authority.getEncoded());
        Files.writeString(
                folder.resolve("logs.cnf"),
                "enabled_logs = lab\n[lab]\ndescription = lab\nkey = "
                        + Base64.getEncoder().encodeToString(log.getPublic().getEncoded()) + "\n");

        String said = OpensslServer.whileUp(folder, "two", asked -> client(((SocketServer) asked).port()));

        assertThat(said.split("validation status: valid", -1)).as(said).hasSize(2);
        assertThat(said.split("validation status: invalid", -1)).as(said).hasSize(2);
        TlsTimestampSignature ours = of(known, two, authority);
        assertThat(TlsTimestamps.of(List.of(two.getEncoded()), List.of(), List.of())
                        .inCertificate())
                .extracting(one ->
                        ours.verdict(TlsTimestamp.read(one).orElseThrow(), true).orElseThrow())
                .containsExactly("valid", "invalid");
    }

    private static String client(int port) {
        ProcessBuilder command = new ProcessBuilder(
                        "openssl",
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + port,
                        "-ct",
                        "-ctlogfile",
                        "logs.cnf",
                        "-CAfile",
                        "authority.pem")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        try {
            Process client = command.start();
            client.getOutputStream().close();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Fact stated(Optional<TlsLogs> logs) throws IOException {
        TlsCircumstances circumstances = new TlsCircumstances(Map.of(), Optional.empty(), logs, InstantSource.system());
        TlsInquiry inquiry = new TlsInquiry(List.of(), circumstances);
        return OpensslServer.ask(folder, inquiry, "server", "-cert_chain", "chain.pem")
                .fact(TlsFacts.CERTIFICATE_TIMESTAMP);
    }

    private static TlsTimestampSignature of(TlsLogs logs, X509Certificate... chain) {
        return new TlsTimestampSignature(
                logs, Arrays.stream(chain).map(TlsTimestampTest::encoded).toList());
    }

    private static byte[] body(X509Certificate certificate) {
        return TlsCertificate.of(encoded(certificate)).bodyWithout(TlsTimestamps.IN_CERTIFICATE);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaX509v3CertificateBuilder leaf() throws Exception {
        JcaX509v3CertificateBuilder leaf = builder("CN=server.lab", serverKey);
        leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        return leaf;
    }

    private static JcaX509v3CertificateBuilder builder(String subject, KeyPair key) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                new X500Name("CN=authority"),
                BigInteger.valueOf(7),
                Date.from(TestKeys.FROM),
                Date.from(now.plus(Duration.ofDays(90))),
                new X500Name(subject),
                key.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(EC)
                        .setProvider(TestKeys.PROVIDER)
                        .build(authorityKey.getPrivate())));
    }

    /** A PreCert (RFC 6962 §3.2), behind its entry type. */
    private static byte[] precertificate(byte[] body, KeyPair issuer) throws Exception {
        byte[] key = identifier(issuer);
        return TlsWriter.written(writer -> writer.u16(1).bytes(key).vector24(all -> all.bytes(body)));
    }

    private static byte[] identifier(KeyPair key) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
    }

    private static byte[] timestamp(KeyPair by, String algorithm, int number, byte[] entry) throws Exception {
        byte[] identifier = identifier(by);
        byte[] moment =
                BigInteger.valueOf(TAKEN).or(BigInteger.ONE.shiftLeft(64)).toByteArray();
        byte[] at = Arrays.copyOfRange(moment, moment.length - 8, moment.length);
        byte[] signature = sign(by.getPrivate(), algorithm, at, entry);
        return TlsWriter.written(writer -> writer.u8(0)
                .bytes(identifier)
                .bytes(at)
                .vector16(extensions -> {})
                .u16(number)
                .vector16(all -> all.bytes(signature)));
    }

    private static byte[] sign(PrivateKey key, String algorithm, byte[] at, byte[] entry) throws Exception {
        Signature signer = Signature.getInstance(algorithm, TestKeys.PROVIDER);
        signer.initSign(key);
        signer.update(new byte[] {0, 0});
        signer.update(at);
        signer.update(entry);
        signer.update(new byte[] {0, 0});
        return signer.sign();
    }

    private static byte[] list(byte[]... timestamps) {
        return TlsWriter.written(writer -> writer.vector16(
                all -> Arrays.stream(timestamps).forEach(one -> all.vector16(body -> body.bytes(one)))));
    }

    private static void write(String name, String kind, byte[] encoded) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
