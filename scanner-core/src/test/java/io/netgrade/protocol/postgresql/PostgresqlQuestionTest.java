// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresqlQuestionTest {
    private static final Protocol POSTGRESQL = PostgresqlProtocol.protocol();
    private static final String SSL_REQUEST = "\0\0\0\10\4\u00d2\26/";

    @Test
    void asksForTls() {
        Asked granted = Asked.first(POSTGRESQL).hears("S");
        Asked refused = Asked.first(POSTGRESQL).hears("N");

        assertThat(granted.sent()).isEqualTo(SSL_REQUEST);
        assertThat(granted.progress()).isEqualTo(Progress.DONE);
        assertThat(granted.facts().all()).containsExactly(PostgresqlFacts.SERVICE.complete(true));
        assertThat(refused.facts().all()).containsExactly(PostgresqlFacts.SERVICE.complete(false));
    }

    @Test
    void doesNotClaimToHaveAskedForTheSoftware() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 5432, Transport.TCP);

        assertThat(POSTGRESQL.inquire(endpoint, List.of()).orElseThrow().asksForSoftware())
                .isFalse();
    }

    @Test
    void leadsToTlsOrNot() {
        assertThat(Asked.startTls(POSTGRESQL).hears("S").progress()).isEqualTo(Progress.START_TLS);
        assertThat(Asked.startTls(POSTGRESQL).hears("N").progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void seesWhatAClientIsAskedForAndTerminates() {
        Asked asked = inside().hears("R\0\0\0\27\0\0\0\12SCRAM-SHA-256\0\0");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent())
                .startsWith("\0\0\0009\0\3\0\0user\0netgrade.invalid\0")
                .endsWith("\0\0X\0\0\0\4");
        assertThat(asked.facts().all()).containsExactly(PostgresqlFacts.AUTHENTICATION.partial("scram-sha-256"));
    }

    @Test
    void seesThatNothingIsAskedForAndSaysNothingOfItsOwnLogIn() {
        Asked asked = inside().hears("R\0\0\0\10\0\0\0\0");

        assertThat(asked.facts().all()).containsExactly(PostgresqlFacts.AUTHENTICATION.partial("trust"));
    }

    @Test
    void aServerThatTurnsUsAwayLeavesItOpen() {
        Asked asked = inside().hears("E\0\0\0\21SFATAL\0C28000");

        assertThat(asked.ends().facts().all()).isEmpty();
        assertThat(asked.progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(POSTGRESQL).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
        assertThat(inside().hears("R\177\177\177\177").progress()).isEqualTo(Progress.MALFORMED);
    }

    private static Asked inside() {
        return Asked.first(POSTGRESQL, "postgresql", "tls");
    }
}
