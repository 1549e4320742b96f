// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.lab.Lab;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.RunningServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A real nginx of the lab tree, strong and weak, asked over a real socket. */
class TlsLabTest {
    @Test
    void learnsAllOfAStrongServer() throws IOException {
        Server.Asked asked = ask(NginxServer.strong());

        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED))
                .isEqualTo(TlsFacts.VERSIONS_ACCEPTED.complete(List.of("TLSv1.2", "TLSv1.3")));
        assertThat(asked.suites("TLSv1.2").names("suites"))
                .containsExactly(
                        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
        assertThat(asked.suites("TLSv1.2").flag("server-order")).contains(true);
        assertThat(asked.fact(TlsFacts.CERTIFICATE).text("curve")).contains("secp256r1");
        assertThat(asked.fact(TlsFacts.CHAIN)).isEqualTo(TlsFacts.CHAIN.complete(1, true, true, true));
        assertThat(asked.fact(TlsFacts.CLIENT_RENEGOTIATION))
                .isEqualTo(TlsFacts.CLIENT_RENEGOTIATION.complete("TLSv1.2", "refused"));
        System.out.println("nginx, strong: " + asked.questions().size() + " connections");
    }

    @Test
    void learnsAllOfAWeakServer() throws IOException {
        Server.Asked asked = ask(NginxServer.weak());

        assertThat(asked.fact(TlsFacts.VERSIONS_ACCEPTED))
                .isEqualTo(TlsFacts.VERSIONS_ACCEPTED.complete(List.of("TLSv1.0", "TLSv1.1", "TLSv1.2")));
        assertThat(asked.suites("TLSv1.0").names("suites"))
                .containsExactlyInAnyOrder(
                        "TLS_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_RSA_WITH_AES_256_CBC_SHA",
                        "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
        assertThat(asked.suites("TLSv1.2").names("encryptions")).contains("NULL");
        assertThat(asked.fact(TlsFacts.DH_GROUP)).isEqualTo(TlsFacts.DH_GROUP.complete(1024));
        assertThat(asked.fact(TlsFacts.CERTIFICATE).number("key-bits")).contains(1024L);
        assertThat(asked.fact(TlsFacts.CERTIFICATE).text("signature-hash")).contains("SHA-1");
        assertThat(asked.facts().all).allMatch(Fact::complete);
        assertThat(asked.fact(TlsFacts.CLIENT_RENEGOTIATION))
                .isEqualTo(TlsFacts.CLIENT_RENEGOTIATION.complete("TLSv1.2", "refused"));
        assertThat(asked.facts().of(TlsFacts.RESUMPTION)).contains(TlsFacts.RESUMPTION.complete("ticket"));
        System.out.println("nginx, weak: " + asked.questions().size() + " connections");
    }

    private static Server.Asked ask(NginxServer kind) throws IOException {
        try (RunningServer server = Lab.start(kind)) {
            return new SocketServer(server.port()).ask(new TlsInquiry(Optional.empty()));
        }
    }
}
