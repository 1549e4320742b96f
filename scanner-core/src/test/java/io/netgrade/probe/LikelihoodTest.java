// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.ProtocolCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final Protocol MODBUS = new FakeProtocol("modbus", true, 502);
    private static final Protocol SSH = new FakeProtocol("ssh", false, 22);
    private static final Protocol SIP = new FakeProtocol("sip", true, 5060);
    private static final Protocol HTTP = new FakeProtocol("http", true, 80);
    private static final Protocol UNHEARD_OF = new FakeProtocol("unheard-of", true, 1);
    private static final Protocol TLS = new FakeProtocol("tls", true, 443);
    private static final Protocol NOWHERE = new FakeProtocol("nowhere", true);

    private static final List<Protocol> ALL = List.of(NOWHERE, UNHEARD_OF, MODBUS, SSH, SIP, HTTP, TLS);

    @Test
    void theLikeliestGoFirstAndThoseThatNobodyRankedLast() {
        assertThat(Likelihood.guesses(ALL, Transport.TCP, 24)).containsExactly(TLS, HTTP, SIP, UNHEARD_OF);
    }

    @Test
    void noMoreAreGuessedThanMay() {
        assertThat(Likelihood.guesses(ALL, Transport.TCP, 2)).containsExactly(TLS, HTTP);
    }

    @Test
    void everyNameIsOfTheCatalogAndNoneIsBothAGuessAndNever() {
        List<String> ids = ProtocolCatalog.all().stream().map(Protocol::id).toList();

        assertThat(Likelihood.named()).isSubsetOf(ids).hasSizeGreaterThan(100);
        for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
            assertThat(Likelihood.ranked(transport.id())).doesNotContainAnyElementsOf(Likelihood.ranked("never"));
        }
    }

    @Test
    void everyProtocolOfTheCatalogWithAPortIsRanked() {
        for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
            List<String> known = ProtocolCatalog.asked().stream()
                    .filter(protocol -> protocol.clientSpeaksFirst()
                            && !protocol.usualPorts(transport).isEmpty())
                    .map(Protocol::id)
                    .toList();

            assertThat(Likelihood.named()).containsAll(known);
        }
    }
}
