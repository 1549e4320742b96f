// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole inquiry against the JDK's server with everything that it can still be made to do. */
class TlsInquiryOfWeakServersTest {
    @TempDir
    private static Path folder;

    private static Path keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = folder.resolve("keys.p12");
        try (OutputStream file = Files.newOutputStream(keys)) {
            TestKeys.store(false).store(file, "lab".toCharArray());
        }
    }

    @Test
    void findsTheExactSuitesOfEveryVersionFromSslv3On() throws Exception {
        List<String> weak = List.of(
                "SSL_RSA_WITH_RC4_128_MD5",
                "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
                "SSL_DH_anon_WITH_RC4_128_MD5",
                "SSL_RSA_EXPORT_WITH_RC4_40_MD5",
                "SSL_RSA_WITH_NULL_SHA",
                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_ECDH_anon_WITH_AES_128_CBC_SHA");
        List<String> newer = List.of("TLS_RSA_WITH_AES_128_CBC_SHA256", "TLS_AES_128_GCM_SHA256");
        Server.Asked asked = ask(
                List.of("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"),
                java.util.stream.Stream.concat(weak.stream(), newer.stream()).toList());

        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED))
                .isEqualTo(TlsFacts.VERSIONS_ACCEPTED.complete(
                        List.of("SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3")));
        assertThat(iana(asked, "TLSv1.0")).containsExactlyInAnyOrderElementsOf(names(weak));
        assertThat(iana(asked, "TLSv1.3")).containsExactly("TLS_AES_128_GCM_SHA256");
        Fact oldest = asked.suites("SSLv3");
        assertThat(oldest.names("encryptions")).contains("RC4", "3DES", "NULL", "EXPORT");
        assertThat(oldest.names("authentications")).contains("anon", "RSA");
        assertThat(oldest.number("bits")).contains(0L);
        assertThat(oldest.complete()).isTrue();
        System.out.println("SSLv3 to TLSv1.3: " + asked.questions().size() + " connections");
    }

    @Test
    void countsTheConnectionsToAServerOfFourVersions() throws Exception {
        Server.Asked asked = ask(
                List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"),
                List.of(
                        "TLS_AES_256_GCM_SHA384",
                        "TLS_AES_128_GCM_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_RSA_WITH_AES_128_CBC_SHA"));

        System.out.println("TLSv1.0 to TLSv1.3: " + asked.questions().size() + " connections " + asked.questions());
        assertThat(asked.facts().all).allMatch(Fact::complete);
        assertThat(asked.questions()).hasSizeLessThanOrEqualTo(52);
        assertThat(asked.fact(TlsFacts.SESSION).flag("fallback-scsv")).contains(false);
    }

    /** The JDK still calls the oldest suites SSL_ where IANA says TLS_. */
    private static List<String> names(List<String> jdk) {
        return jdk.stream().map(name -> name.replaceFirst("^SSL_", "TLS_")).toList();
    }

    private static List<String> iana(Server.Asked asked, String version) {
        return asked.suites(version).names("suites");
    }

    private static Server.Asked ask(List<String> protocols, List<String> suites) throws IOException {
        Path classes = Path.of(URI.create(JdkServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        classes.toString(),
                        JdkServer.class.getName(),
                        keys.toString(),
                        String.join(",", protocols),
                        String.join(",", suites))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine());
            return new SocketServer(port).ask(new TlsInquiry(Optional.empty()));
        } finally {
            server.destroyForcibly();
        }
    }
}
