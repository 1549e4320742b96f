// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.wire.ByteView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server shows beside versions and suites, each thing where it is and where it is not, of real servers. */
class TlsDepthTest {
    /** A list of one timestamp of five bytes, as RFC 6962 §3.3 wraps it. */
    private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2=DER:04090007000501020304" + "05";

    @TempDir
    private static Path folder;

    private static Server.Asked rich;
    private static Server.Asked poor;

    @BeforeAll
    static void askBoth() throws IOException {
        OpensslServer.needed();
        OpensslServer.selfSigned(folder, "ca", "ec", "-addext", "keyUsage=keyCertSign,cRLSign");
        OpensslServer.selfSigned(folder, "other", "ec");
        signed("rich", "rsa:2048", TIMESTAMPS);
        OpensslServer.selfSigned(folder, "poor", "rsa:2048");
        staple("rich", "ca", "rich");
        rich = OpensslServer.ask(
                folder,
                inquiry(List.of("rich.lab", "other.lab"), "ca", Instant.now()),
                "rich",
                "-alpn",
                "h2,imap",
                "-status_file",
                "rich.ocsp",
                "-early_data",
                "-max_early_data",
                "16384",
                "-servername",
                "other.lab",
                "-cert2",
                "other.crt",
                "-key2",
                "other.key");
        poor = OpensslServer.ask(
                folder,
                inquiry(List.of(), "other", Instant.now()),
                "poor",
                "-no_ticket",
                "-num_tickets",
                "0",
                "-no_cache",
                "-sigalgs",
                "rsa_pss_rsae_sha256:RSA+SHA256");
    }

    @Test
    void signatures() {
        assertThat(schemes(rich, "TLSv1.3"))
                .contains("rsa_pss_rsae_sha256", "rsa_pss_rsae_sha384", "rsa_pss_rsae_sha512");
        assertThat(schemes(rich, "TLSv1.2")).contains("rsa_pkcs1_sha256", "rsa_pss_rsae_sha512");
        assertThat(schemes(poor, "TLSv1.3")).containsExactly("rsa_pss_rsae_sha256");
        assertThat(schemes(poor, "TLSv1.2")).containsExactlyInAnyOrder("rsa_pss_rsae_sha256", "rsa_pkcs1_sha256");
        assertThat(poor.facts().of(TlsFacts.SIGNATURES_ACCEPTED)).allMatch(Fact::complete);
    }

    @Test
    void applicationProtocols() {
        assertThat(rich.fact(TlsFacts.ALPN_ACCEPTED)).isEqualTo(TlsFacts.ALPN_ACCEPTED.complete(List.of("h2", "imap")));
        assertThat(poor.fact(TlsFacts.ALPN_ACCEPTED)).isEqualTo(TlsFacts.ALPN_ACCEPTED.complete(List.of()));
    }

    @Test
    void staple() {
        Fact there = of(rich, TlsFacts.OCSP_STAPLE, "rich");
        assertThat(there.flag("stapled")).contains(true);
        assertThat(there.text("status")).contains("good");
        assertThat(there.instant("next-update").orElseThrow()).isAfter(Instant.now());
        assertThat(there.flag("verified")).isEmpty();
        assertThat(poor.fact(TlsFacts.OCSP_STAPLE).flag("verified")).isEmpty();
        assertThat(poor.fact(TlsFacts.OCSP_STAPLE).flag("stapled")).contains(false);
        assertThat(poor.fact(TlsFacts.OCSP_STAPLE).text("status")).isEmpty();
    }

    /** Signed by the issuer, by one whom the issuer lets sign, by one whom it does not, and of another certificate. */
    @Test
    void signatureOfTheStaple() throws IOException {
        signed("lets", "ec", "extendedKeyUsage=OCSPSigning");
        signed("lets-not", "ec", "extendedKeyUsage=serverAuth");
        staple("rich", "lets", "by-delegate");
        staple("rich", "lets-not", "by-stranger");

        assertThat(verified("rich")).contains(true);
        assertThat(verified("by-delegate")).contains(true);
        assertThat(verified("by-stranger")).contains(false);
        assertThat(status("rich").signature().orElseThrow().holds(List.of(encoded("rich"))))
                .isEmpty();
        // The serial numbers of all that the authority signs here are the same, that of its own is another.
        assertThat(status("rich").signature().orElseThrow().holds(List.of(encoded("ca"))))
                .contains(false);
        byte[] forged = Files.readAllBytes(folder.resolve("rich.ocsp"));
        forged[forged.length / 4] ^= 1;
        assertThat(TlsCertificateStatus.read(wrapped(forged))
                        .flatMap(TlsCertificateStatus::signature)
                        .flatMap(signature ->
                                Lenient.read(() -> signature.holds(List.of(encoded("rich"), encoded("ca")))))
                        .flatMap(held -> held))
                .isNotEqualTo(Optional.of(true));
    }

    private static Optional<Boolean> verified(String answer) throws IOException {
        return status(answer).signature().orElseThrow().holds(List.of(encoded("rich"), encoded("ca")));
    }

    private static TlsCertificateStatus status(String answer) throws IOException {
        return TlsCertificateStatus.read(wrapped(Files.readAllBytes(folder.resolve(answer + ".ocsp"))))
                .orElseThrow();
    }

    private static ByteView wrapped(byte[] answer) {
        return ByteView.of(
                TlsWriter.written(writer -> writer.u8(1).u24(answer.length).bytes(answer)));
    }

    @Test
    void timestamps() {
        assertThat(of(rich, TlsFacts.CERTIFICATE_TRANSPARENCY, "rich").number("in-certificate"))
                .contains(1L);
        assertThat(poor.fact(TlsFacts.CERTIFICATE_TRANSPARENCY).number("timestamps"))
                .contains(0L);
    }

    @Test
    void resumptionAndEarlyData() {
        assertThat(rich.fact(TlsFacts.EARLY_DATA)).isEqualTo(TlsFacts.EARLY_DATA.complete(16384));
        assertThat(rich.fact(TlsFacts.RESUMPTION_OFFERED).names("by")).contains("psk", "ticket");
        assertThat(poor.fact(TlsFacts.EARLY_DATA)).isEqualTo(TlsFacts.EARLY_DATA.complete(0));
        assertThat(poor.fact(TlsFacts.RESUMPTION_OFFERED).names("by")).doesNotContain("psk", "ticket");
    }

    @Test
    void trust() throws IOException {
        Fact there = of(rich, TlsFacts.TRUST, "rich");
        assertThat(there.flag("trusted")).contains(true);
        assertThat(there.text("anchor")).contains("CN=ca.lab");
        assertThat(of(rich, TlsFacts.TRUST, "other").flag("trusted")).contains(false);
        assertThat(poor.fact(TlsFacts.TRUST).flag("trusted")).contains(false);
        assertThat(poor.fact(TlsFacts.TRUST).text("reason")).contains("no authority of the store issued it");

        TlsTrustStore.Verdict late =
                store("ca").verdict(List.of(encoded("rich")), Instant.now().plus(Duration.ofDays(4000)));
        assertThat(late.trusted()).isFalse();
        assertThat(late.reason()).contains("out of its validity");
    }

    @Test
    void certificatesByName() {
        assertThat(rich.facts().of(TlsFacts.NAME_MATCH))
                .containsExactlyInAnyOrder(
                        TlsFacts.NAME_MATCH.complete("rich.lab", true),
                        TlsFacts.NAME_MATCH.complete("other.lab", true));
        assertThat(rich.facts().of(TlsFacts.CERTIFICATE))
                .extracting(fact -> fact.text("subject").orElseThrow())
                .contains("CN=rich.lab", "CN=other.lab");
        assertThat(poor.facts().of(TlsFacts.NAME_MATCH)).isEmpty();
    }

    @Test
    void brokenListsOfTimestampsCountNothing() {
        assertThat(TlsTimestamps.list(new byte[] {0, 4, 0, 2, 1, 2})).hasSize(1);
        assertThat(TlsTimestamps.list(new byte[] {0, 9, 0, 2, 1, 2})).isEmpty();
        assertThat(TlsTimestamps.list(new byte[] {0, 4, 0, 9, 1, 2})).isEmpty();
        assertThat(TlsTimestamps.list(new byte[0])).isEmpty();
    }

    private static TlsInquiry inquiry(List<String> names, String authority, Instant at) throws IOException {
        return new TlsInquiry(
                names,
                new TlsCircumstances(
                        Map.of(), Optional.of(store(authority)), Optional.empty(), InstantSource.fixed(at)));
    }

    private static TlsTrustStore store(String authority) throws IOException {
        return new TlsTrustStore(authority, List.of(encoded(authority)));
    }

    private static byte[] encoded(String name) throws IOException {
        String pem = Files.readString(folder.resolve(name + ".crt"));
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static List<String> schemes(Server.Asked asked, String version) {
        return asked.facts().of(TlsFacts.SIGNATURES_ACCEPTED).stream()
                .filter(fact -> fact.text("version").orElseThrow().equals(version))
                .findFirst()
                .orElseThrow()
                .names("schemes");
    }

    /** The fact of a type that is of the certificate of a name. */
    private static Fact of(Server.Asked asked, FactType type, String name) {
        String sha256 = asked.facts().of(TlsFacts.CERTIFICATE).stream()
                .filter(fact -> fact.text("subject").orElseThrow().equals("CN=" + name + ".lab"))
                .findFirst()
                .orElseThrow()
                .text("sha256")
                .orElseThrow();
        return asked.facts().of(type).stream()
                .filter(fact -> fact.text("certificate").orElseThrow().equals(sha256))
                .findFirst()
                .orElseThrow();
    }

    /** A certificate issued by the authority. */
    private static void signed(String name, String newKey, String extensions) throws IOException {
        OpensslServer.run(
                folder,
                "req",
                "-new",
                "-newkey",
                newKey,
                "-pkeyopt",
                newKey.equals("ec") ? "ec_paramgen_curve:prime256v1" : "rsa_keygen_pubexp:65537",
                "-nodes",
                "-subj",
                "/CN=" + name + ".lab",
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        Files.writeString(folder.resolve("extensions"), extensions + "\n");
        OpensslServer.run(
                folder,
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-set_serial",
                "7",
                "-days",
                "30",
                "-extfile",
                "extensions",
                "-out",
                name + ".crt");
    }

    /** What the authority says of it, good for a week. */
    private static void staple(String name, String signer, String answer) throws IOException {
        Files.writeString(folder.resolve("index"), "V\t350101000000Z\t\t07\tunknown\t/CN=" + name + ".lab\n");
        OpensslServer.run(
                folder,
                "ocsp",
                "-index",
                "index",
                "-rsigner",
                signer + ".crt",
                "-rkey",
                signer + ".key",
                "-CA",
                "ca.crt",
                "-issuer",
                "ca.crt",
                "-cert",
                name + ".crt",
                "-ndays",
                "7",
                "-respout",
                answer + ".ocsp");
    }
}
