// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole inquiry against the JDK's server, in memory, with the algorithms that a JDK leaves on. */
class TlsInquiryTest {
    private static KeyStore rsaOnly;
    private static KeyStore both;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsaOnly = TestKeys.store(false);
        both = TestKeys.store(true);
    }

    @Test
    void findsTheExactVersionsAndSuitesInTheServersOrder() throws Exception {
        List<String> suites = List.of(
                "TLS_AES_256_GCM_SHA384",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");
        Server.Asked asked = ask(both, 4096, engine -> {
            engine.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
            engine.setEnabledCipherSuites(suites.toArray(String[]::new));
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setUseCipherSuitesOrder(true);
            engine.setSSLParameters(parameters);
        });

        assertComplete(asked.fact(TlsFacts.VERSIONS_ACCEPTED), "versions", "TLSv1.2", "TLSv1.3");
        assertComplete(asked.suites("TLSv1.3"), "suites", suites.subList(0, 2).toArray(String[]::new));
        Fact older = asked.suites("TLSv1.2");
        assertComplete(older, "suites", suites.subList(2, 6).toArray(String[]::new));
        assertThat(older.names("key-exchanges")).containsExactly("ECDHE", "DHE");
        assertThat(older.names("authentications")).containsExactly("RSA", "ECDSA");
        assertThat(older.names("encryptions")).containsExactly("AES_256", "AES_128");
        assertThat(older.names("modes")).containsExactly("GCM", "CBC");
        assertThat(older.number("bits")).contains(128L);
        assertThat(older.flag("server-order")).contains(true);
        assertThat(asked.suites("TLSv1.3").flag("server-order")).contains(true);
    }

    @Test
    void tellsWhenTheClientsOrderDecides() throws Exception {
        Server.Asked asked = ask(rsaOnly, 4096, engine -> {
            engine.setEnabledProtocols(new String[] {"TLSv1.2"});
            engine.setEnabledCipherSuites(new String[] {
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"
            });
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setUseCipherSuitesOrder(false);
            engine.setSSLParameters(parameters);
        });

        assertThat(asked.suites("TLSv1.2").flag("server-order")).contains(false);
        assertThat(asked.suites("TLSv1.2").names("suites")).hasSize(3);
    }

    @Test
    void opensTheCertificatesOfAServerOfTls13Alone() throws Exception {
        Server.Asked asked = ask(both, 1, engine -> {
            engine.setEnabledProtocols(new String[] {"TLSv1.3"});
            engine.setNeedClientAuth(true);
        });

        assertComplete(asked.fact(TlsFacts.VERSIONS_ACCEPTED), "versions", "TLSv1.3");
        assertThat(asked.facts().of(TlsFacts.CERTIFICATE))
                .allMatch(Fact::complete)
                .extracting(fact -> fact.text("subject").orElseThrow())
                .containsExactlyInAnyOrder("CN=rsa.lab", "CN=ec.lab");
        assertThat(asked.fact(TlsFacts.CLIENT_CERTIFICATE)).isEqualTo(TlsFacts.CLIENT_CERTIFICATE.complete(true));
        assertThat(asked.fact(TlsFacts.SESSION)).isEqualTo(TlsFacts.SESSION.complete(true, true, null, null));
        assertThat(asked.fact(TlsFacts.DH_GROUP).complete()).isTrue();
        assertThat(asked.fact(TlsFacts.DH_GROUP).value()).isEmpty();
        assertThat(asked.fact(TlsFacts.COMPRESSION_ACCEPTED))
                .isEqualTo(TlsFacts.COMPRESSION_ACCEPTED.complete(List.of("NULL")));
    }

    @Test
    void findsTheExactGroups() throws Exception {
        Server.Asked asked = ask(rsaOnly, 4096, engine -> engine.setEnabledProtocols(new String[] {"TLSv1.3"}));

        Fact groups = asked.fact(TlsFacts.GROUPS_ACCEPTED);
        assertThat(groups.complete()).isTrue();
        assertThat(groups.names("groups"))
                .containsExactlyInAnyOrder(
                        "x25519",
                        "secp256r1",
                        "secp384r1",
                        "secp521r1",
                        "x448",
                        "ffdhe2048",
                        "ffdhe3072",
                        "ffdhe4096",
                        "ffdhe6144",
                        "ffdhe8192");
    }

    @Test
    void readsCertificatesAndSessionOfTls12InClear() throws Exception {
        Server.Asked asked = ask(both, 7, engine -> engine.setEnabledProtocols(new String[] {"TLSv1.2"}));

        assertThat(asked.facts().of(TlsFacts.CERTIFICATE))
                .extracting(fact -> fact.text("key-algorithm").orElseThrow())
                .containsExactlyInAnyOrder("RSA", "EC");
        assertThat(asked.fact(TlsFacts.CLIENT_CERTIFICATE)).isEqualTo(TlsFacts.CLIENT_CERTIFICATE.complete(false));
        assertThat(asked.fact(TlsFacts.SESSION)).isEqualTo(TlsFacts.SESSION.complete(true, true, false, null));
        assertThat(asked.facts().of(TlsFacts.DH_GROUP)).containsExactly(TlsFacts.DH_GROUP.complete(2048));
        assertComplete(
                asked.fact(TlsFacts.GROUPS_ACCEPTED),
                "groups",
                "secp256r1",
                "secp384r1",
                "secp521r1",
                "x25519",
                "x448");
    }

    @Test
    void comparesTheNameItWasGiven() throws Exception {
        EngineServer server = new EngineServer(rsaOnly, 4096, engine -> {});
        Server.Asked right = server.ask(new TlsInquiry(Optional.of("rsa.lab")));
        Server.Asked wrong = server.ask(new TlsInquiry(Optional.of("other.lab")));

        assertThat(right.fact(TlsFacts.NAME_MATCH)).isEqualTo(TlsFacts.NAME_MATCH.complete("rsa.lab", true));
        assertThat(wrong.fact(TlsFacts.NAME_MATCH)).isEqualTo(TlsFacts.NAME_MATCH.complete("other.lab", false));
    }

    @Test
    void needsFewConnections() throws Exception {
        Server.Asked asked = ask(
                both,
                4096,
                engine -> engine.setEnabledCipherSuites(new String[] {
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
                }));

        assertThat(asked.questions()).hasSizeBetween(20, 45);
    }

    private static Server.Asked ask(KeyStore keys, int piece, Consumer<SSLEngine> configuration) throws Exception {
        return new EngineServer(keys, piece, configuration).ask(new TlsInquiry(Optional.empty()));
    }

    private static void assertComplete(Fact fact, String field, String... names) {
        assertThat(fact.complete()).as("%s", fact).isTrue();
        assertThat(fact.names(field)).containsExactly(names);
    }
}
