// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.fact.Fact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole inquiry against {@code openssl s_server}, where this machine has one. */
class TlsInquiryOfOpensslTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        assumeTrue(
                System.getenv("PATH")
                        .lines()
                        .flatMap(path -> List.of(path.split(":")).stream())
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "openssl"))),
                "skipped: no openssl on this machine");
        run(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=rsa.lab",
                "-keyout",
                "rsa.key",
                "-out",
                "rsa.crt");
        run(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-subj",
                "/CN=ec.lab",
                "-keyout",
                "ec.key",
                "-out",
                "ec.crt");
    }

    @Test
    void findsTheOrderOfTheServer() throws Exception {
        Server.Asked asked = ask(
                "rsa",
                "-serverpref",
                "-tls1_2",
                "-cipher",
                "AES256-SHA:ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-SHA:CAMELLIA128-SHA:ADH-AES128-SHA:NULL-SHA256:@SECLEVEL=0");

        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED))
                .isEqualTo(TlsFacts.VERSIONS_ACCEPTED.complete(List.of("TLSv1.2")));
        assertThat(asked.suites("TLSv1.2").names("suites"))
                .containsExactly(
                        "TLS_RSA_WITH_AES_256_CBC_SHA",
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA",
                        "TLS_DH_anon_WITH_AES_128_CBC_SHA",
                        "TLS_RSA_WITH_NULL_SHA256");
        assertThat(asked.suites("TLSv1.2").flag("server-order")).contains(true);
        assertThat(asked.fact(TlsFacts.SESSION)).isEqualTo(TlsFacts.SESSION.complete(true, true, true, null));
    }

    @Test
    void readsAServerOfTls13AloneWithAClientCertificate() throws Exception {
        Server.Asked asked = ask(
                "ec",
                "-tls1_3",
                "-ciphersuites",
                "TLS_CHACHA20_POLY1305_SHA256:TLS_AES_256_GCM_SHA384",
                "-groups",
                "P-384:X25519",
                "-Verify",
                "1");

        assertThat(asked.suites("TLSv1.3").names("suites"))
                .containsExactlyInAnyOrder("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_256_GCM_SHA384");
        Fact groups = asked.fact(TlsFacts.GROUPS_ACCEPTED);
        assertThat(groups.complete()).isTrue();
        assertThat(groups.names("groups")).containsExactlyInAnyOrder("secp384r1", "x25519");
        assertThat(asked.fact(TlsFacts.CLIENT_CERTIFICATE)).isEqualTo(TlsFacts.CLIENT_CERTIFICATE.complete(true));
        assertThat(asked.fact(TlsFacts.CERTIFICATE).text("subject")).contains("CN=ec.lab");
    }

    @Test
    void findsEveryVersionThatIsLeftInOpenssl() throws Exception {
        Server.Asked asked =
                ask("rsa", "-cipher", "AES128-SHA:ECDHE-RSA-AES128-SHA:@SECLEVEL=0", "-groups", "P-256:P-521");

        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED))
                .isEqualTo(TlsFacts.VERSIONS_ACCEPTED.complete(List.of("TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3")));
        assertThat(asked.fact(TlsFacts.GROUPS_ACCEPTED).names("groups"))
                .containsExactlyInAnyOrder("secp256r1", "secp521r1");
        assertThat(asked.fact(TlsFacts.SESSION).flag("fallback-scsv")).contains(true);
        System.out.println("openssl, TLSv1.0 to TLSv1.3: " + asked.questions().size() + " connections");
    }

    @Test
    void findsTheCurvesOfAServerWithAnEcdsaCertificateAlone() throws Exception {
        Server.Asked asked = ask("ec", "-tls1_2", "-groups", "P-256:X25519:P-384");

        Fact groups = asked.fact(TlsFacts.GROUPS_ACCEPTED);
        assertThat(groups.names("groups")).containsExactlyInAnyOrder("secp256r1", "x25519", "secp384r1");
        assertThat(groups.complete()).isTrue();
    }

    private static Server.Asked ask(String key, String... options) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "s_server",
                "-quiet",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                key + ".crt",
                "-key",
                key + ".key"));
        command.addAll(List.of(options));
        Process server = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> listens(port));
            return new SocketServer(port).ask(new TlsInquiry(Optional.empty()));
        } finally {
            server.destroyForcibly();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        assertThat(process.waitFor()).isZero();
    }
}
