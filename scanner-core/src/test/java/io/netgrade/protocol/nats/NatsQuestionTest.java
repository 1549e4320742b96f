// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class NatsQuestionTest {
    private static final Protocol NATS = NatsProtocol.protocol();
    private static final String OPEN = "INFO {\"server_id\":\"N\",\"version\":\"2.9.10\"}\r\n";
    private static final String STRICT =
            "INFO {\"server_id\":\"N\",\"version\":\"2.9.10\",\"auth_required\":true,\"tls_required\":true}\r\n";

    @Test
    void readsWhatTheServerSays() {
        Asked asked = Asked.first(NATS).hears(STRICT);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEmpty();
        assertThat(asked.facts().of(NatsFacts.SERVER)).containsExactly(NatsFacts.SERVER.complete(true, true, true));
    }

    @Test
    void leadsToTlsWhereItIsOffered() {
        assertThat(Asked.startTls(NATS).hears(STRICT).progress()).isEqualTo(Progress.START_TLS);
        assertThat(Asked.startTls(NATS).hears(OPEN).progress()).isEqualTo(Progress.DONE);
        assertThat(Asked.startTls(NATS).hears("INFO {\"serv").progress()).isEqualTo(Progress.CONTINUE);
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(NATS).hears("220 FTP\r\n").progress()).isEqualTo(Progress.MALFORMED);
        assertThat(Asked.startTls(NATS).hears("220 FTP\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }
}
