// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole inquiry against {@code openssl s_server}, where this machine has one. */
class TlsInquiryOfOpensslTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKeys() throws IOException {
        OpensslServer.needed();
        OpensslServer.selfSigned(folder, "rsa", "rsa:2048");
        OpensslServer.selfSigned(folder, "ec", "ec");
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

    @ParameterizedTest
    @ValueSource(strings = {"-serverpref", "-no_comp"})
    void findsTheSameWithEightConnectionsAtATime(String whoseOrder) throws Exception {
        OpensslServer.whileUp(
                folder,
                "rsa",
                server -> {
                    Server.Asked serial = server.ask(new TlsInquiry(Optional.empty()));
                    Server.Asked beside = server.ask(new TlsInquiry(Optional.empty()), 8, new Random(1));

                    assertThat(serial.suites("TLSv1.2").names("suites")).hasSizeGreaterThan(20);
                    assertThat(serial.suites("TLSv1.2").flag("server-order"))
                            .contains(whoseOrder.equals("-serverpref"));
                    assertThat(beside.facts().of(TlsFacts.SUITES_ACCEPTED))
                            .isEqualTo(serial.facts().of(TlsFacts.SUITES_ACCEPTED));
                    assertThat(beside.facts().all).containsExactlyInAnyOrderElementsOf(serial.facts().all);
                    assertThat(beside.questions())
                            .hasSizeLessThan(serial.questions().size() * 2);
                    System.out.println(
                            "openssl, all suites: " + serial.questions().size() + " connections, "
                                    + beside.questions().size() + " with eight at a time");
                    return true;
                },
                whoseOrder,
                "-cipher",
                "ALL:@SECLEVEL=0");
    }

    private static Server.Asked ask(String key, String... options) throws IOException {
        return OpensslServer.ask(folder, new TlsInquiry(Optional.empty()), key, options);
    }
}
