// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TlsSuiteTest {
    @Test
    void holdsEverySuiteTheJdkKnowsUnderItsName() throws Exception {
        Set<String> ours = new HashSet<>();
        for (int number = 0; number <= 0xFFFF; number++) {
            ours.add(TlsSuite.of(number).name());
        }
        for (String name : javax.net.ssl.SSLContext.getDefault()
                .getSupportedSSLParameters()
                .getCipherSuites()) {
            assertThat(ours).contains(name);
        }
    }

    @Test
    void saysWhatTheNameSays() {
        for (int number = 0; number <= 0xFFFF; number++) {
            TlsSuite suite = TlsSuite.of(number);
            assertThat(suite.isExport()).as(suite.name()).isEqualTo(suite.name().contains("_EXPORT"));
            if (suite.name().contains("anon")) {
                assertThat(suite.authentication()).as(suite.name()).isEqualTo("anon");
            }
            if (suite.bits() == 0) {
                assertThat(suite.encryption()).as(suite.name()).isEqualTo("NULL");
            }
            if (suite.name().contains("_GCM_")) {
                assertThat(suite.mode()).as(suite.name()).isEqualTo("GCM");
            }
        }
    }

    @Test
    void derivesTheFieldsOfAFewKnownSuites() {
        assertThat(TlsSuite.of(0x000A))
                .isEqualTo(new TlsSuite(
                        10, "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "RSA", "RSA", "3DES", "CBC", 112, TlsSuite.Kind.CLASSIC));
        assertThat(TlsSuite.of(0xCCA9).mode()).isEqualTo("POLY1305");
        assertThat(TlsSuite.of(0x0003).bits()).isEqualTo(40);
        assertThat(TlsSuite.of(0xE053).kind()).isEqualTo(TlsSuite.Kind.TLCP);
        assertThat(TlsSuite.of(0x00C6).kind()).isEqualTo(TlsSuite.Kind.TLS_1_3);
        assertThat(TlsSuite.of(0x1234).name()).isEqualTo("UNASSIGNED_0x1234");
    }

    @Test
    void offersInEachVersionWhatFitsIt() {
        List<Integer> newest = TlsSuite.offerable(TlsVersion.TLS_1_3);
        List<Integer> older = TlsSuite.offerable(TlsVersion.TLS_1_2);

        assertThat(newest).contains(0x1301, 0x00C6).doesNotContain(0xC02F);
        assertThat(older)
                .contains(0xC02F, 0x0005, 0x0003, 0x0001)
                .doesNotContain(0x0000, 0x1301, 0xE013, TlsSuite.RENEGOTIATION_SIGNAL, TlsSuite.FALLBACK_SIGNAL);
    }

    @Test
    void namesTheGroupsAfterQuantumComputers() {
        assertThat(TlsNames.GROUPS.name(0x11EC)).isEqualTo("X25519MLKEM768");
        assertThat(TlsNames.GROUPS.name(0x6399)).isEqualTo("X25519Kyber768Draft00");
        assertThat(TlsNames.GROUPS.name(0x29)).isEqualTo("curveSM2");
        assertThat(TlsNames.GROUPS.name(0x7777)).isEqualTo("UNASSIGNED_0x7777");
    }
}
