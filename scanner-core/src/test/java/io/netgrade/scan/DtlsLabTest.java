// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.lab.DtlsServer;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Real servers of DTLS, asked over UDP. */
class DtlsLabTest {
    private static final List<Protocol> DTLS =
            List.of(ProtocolCatalog.byId("dtls").orElseThrow());

    @SideBySide
    @Test
    void learnsOfAStrongServerWithCookies() throws Exception {
        LabLook look = LabLook.at(DtlsServer.strong(), DTLS);

        assertThat(names(look, "dtls.versions-accepted", "versions")).containsExactly("DTLSv1.2");
        assertThat(names(look, "dtls.suites-accepted", "suites"))
                .containsExactly("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
        assertThat(fact(look, "dtls.suites-accepted").complete()).isTrue();
        assertThat(fact(look, "dtls.certificate").text("curve")).contains("secp256r1");
        assertThat(fact(look, "dtls.address-check").flag("asked")).contains(true);
        assertThat(fact(look, "dtls.client-certificate").flag("requested")).contains(true);
    }

    @SideBySide
    @Test
    void learnsOfAWeakServer() throws Exception {
        LabLook look = LabLook.at(DtlsServer.weak(), DTLS);

        assertThat(names(look, "dtls.versions-accepted", "versions")).containsExactly("DTLSv1.0", "DTLSv1.2");
        assertThat(names(look, "dtls.suites-accepted", "suites"))
                .contains("TLS_RSA_WITH_NULL_SHA", "TLS_RSA_WITH_AES_128_CBC_SHA")
                .hasSize(3);
        assertThat(fact(look, "dtls.certificate").text("key-algorithm")).contains("RSA");
        assertThat(fact(look, "dtls.suites-accepted").complete()).isTrue();
        assertThat(fact(look, "dtls.address-check").flag("asked")).contains(true);
        assertThat(fact(look, "dtls.client-certificate").flag("requested")).contains(false);
    }

    private static Fact fact(LabLook look, String type) {
        return look.facts(ProtocolCatalog.facts().get(type)).get(0);
    }

    private static Set<String> names(LabLook look, String type, String field) {
        Set<String> names = new TreeSet<>();
        look.facts(ProtocolCatalog.facts().get(type)).forEach(fact -> names.addAll(fact.names(field)));
        return names;
    }
}
