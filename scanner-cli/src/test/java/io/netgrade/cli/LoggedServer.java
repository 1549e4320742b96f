// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.lab.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A TLS server of the JDK whose certificate a log of the test's own has signed for (RFC 6962 §3.2 and §3.3), or has not, as
 * what stands there as the log's signature is of another certificate.
 */
final class LoggedServer implements AutoCloseable {
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
    private static final Instant TAKEN = Instant.parse("2026-02-03T04:05:06Z");
    private static final int PRECERTIFICATE = 1;
    private static final int SHA256_AND_ECDSA = 0x0403;

    private final KeyPair authority = key();
    private final KeyPair own = key();
    private final KeyPair log = key();
    private final SSLServerSocket listening;

    private LoggedServer(boolean forged) throws Exception {
        X509Certificate root = signed(builder("CN=authority", authority, true));
        byte[] body = signed(builder(forged ? "CN=another" : "CN=server.lab", own, false))
                .getTBSCertificate();
        JcaX509v3CertificateBuilder leaf = builder("CN=server.lab", own, false);
        leaf.addExtension(TIMESTAMPS, false, new DEROctetString(list(timestamp(body))));
        listening = listening(signed(leaf), root);
        Thread accepting = new Thread(this::accept, "logged server");
        accepting.setDaemon(true);
        accepting.start();
    }

    static LoggedServer logged() throws Exception {
        return new LoggedServer(false);
    }

    static LoggedServer forged() throws Exception {
        return new LoggedServer(true);
    }

    String target() {
        return listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort();
    }

    /** A list of its log alone, as browsers are given them (version 3). */
    String logs() throws Exception {
        return listOf(log);
    }

    /** A list of a log that has never heard of it. */
    static String otherLogs() throws Exception {
        return listOf(key());
    }

    private static String listOf(KeyPair log) throws Exception {
        return """
                {"version": "1.0", "operators": [{"name": "Lab", "email": [], "logs": [
                  {"description": "Lab 2026", "log_id": "%s", "key": "%s", "url": "https://ct.lab.example/", "mmd": 86400}],
                  "tiled_logs": []}]}
                """.formatted(base64(identifier(log)), base64(log.getPublic().getEncoded()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] identifier(KeyPair key) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
    }

    private static JcaX509v3CertificateBuilder builder(String subject, KeyPair key, boolean authority)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=authority"),
                BigInteger.valueOf(7),
                Date.from(TAKEN),
                Date.from(Instant.now().plus(Duration.ofDays(90))),
                new X500Name(subject),
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        return builder;
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    /** Of a certificate that is yet without it: version, log, moment, no extensions, signature. */
    private byte[] timestamp(byte[] body) throws Exception {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(log.getPrivate());
        signer.update(written(out -> {
            out.writeShort(0);
            out.writeLong(TAKEN.toEpochMilli());
            out.writeShort(PRECERTIFICATE);
            out.write(identifier(authority));
            out.writeByte(body.length >> 16);
            out.writeShort(body.length);
            out.write(body);
            out.writeShort(0);
        }));
        byte[] signature = signer.sign();
        return written(out -> {
            out.writeByte(0);
            out.write(identifier(log));
            out.writeLong(TAKEN.toEpochMilli());
            out.writeShort(0);
            out.writeShort(SHA256_AND_ECDSA);
            out.writeShort(signature.length);
            out.write(signature);
        });
    }

    private static byte[] list(byte[] timestamp) throws Exception {
        return written(out -> {
            out.writeShort(timestamp.length + 2);
            out.writeShort(timestamp.length);
            out.write(timestamp);
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws Exception;
    }

    private static byte[] written(Writing writing) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private SSLServerSocket listening(X509Certificate leaf, X509Certificate root) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", own.getPrivate(), new char[0], new Certificate[] {leaf, root});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory()
                .createServerSocket(FreePorts.next(), 50, InetAddress.getLoopbackAddress());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                socket.setSoTimeout(2_000);
                socket.startHandshake();
            } catch (IOException refused) {
                // A client that offers what the JDK does not speak; the next one may.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
