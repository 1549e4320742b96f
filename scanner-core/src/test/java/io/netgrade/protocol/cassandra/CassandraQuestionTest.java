// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class CassandraQuestionTest {
    private static final Protocol CASSANDRA = CassandraProtocol.protocol();
    private static final String SUPPORTED =
            "\u0083\0\0\0\6\0\0\0\30" + "\0\1" + "\0\13CQL_VERSION" + "\0\1" + "\0\0053.4.5";

    @Test
    void seesThatNoLogInIsWanted() {
        Asked asked = Asked.first(CASSANDRA).hears(SUPPORTED).hears("\u0083\0\0\0\2\0\0\0\0");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("\3\0\0\0\5\0\0\0\0" + "\3\0\0\0\1\0\0\0\26\0\1\0\13CQL_VERSION\0\0053.0.0");
        assertThat(asked.facts().all())
                .contains(
                        CassandraFacts.SERVICE.partial(3, List.of("3.4.5")),
                        CassandraFacts.AUTHENTICATION.complete(false, null));
    }

    @Test
    void seesThatALogInIsWanted() {
        String name = "org.apache.cassandra.auth.PasswordAuthenticator";
        Asked asked = Asked.first(CASSANDRA)
                .hears(SUPPORTED)
                .hears("\u0083\0\0\0\3\0\0\0" + (char) (2 + name.length()) + "\0" + (char) name.length() + name);

        assertThat(asked.facts().all()).contains(CassandraFacts.AUTHENTICATION.complete(true, "PasswordAuthenticator"));
    }

    @Test
    void anErrorLeavesItOpen() {
        Asked asked = Asked.first(CASSANDRA).hears(SUPPORTED).hears("\u0083\0\0\0\0\0\0\0\12\0\0\0\12\0\4what");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(CassandraFacts.AUTHENTICATION)).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(CASSANDRA).hears("-ERR unknown command\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(CASSANDRA)
                        .hears("\u0083\0\0\0\2\u00ff\u00ff\u00ff\u00ff")
                        .progress())
                .isEqualTo(Progress.MALFORMED);
    }
}
