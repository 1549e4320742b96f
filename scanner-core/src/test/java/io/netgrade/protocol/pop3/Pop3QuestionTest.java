// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class Pop3QuestionTest {
    private static final Protocol POP3 = Pop3Protocol.protocol();
    private static final String CAPABILITIES = "+OK\r\nCAPA\r\nUIDL\r\nSTLS\r\nUSER\r\nSASL PLAIN\r\n.\r\n";

    @Test
    void asksForTheCapabilitiesAndLeaves() {
        Asked asked =
                Asked.first(POP3).hears("+OK ready <1.2@mail.example>\r\n").hears(CAPABILITIES);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("CAPA\r\nQUIT\r\n");
        assertThat(asked.facts().all())
                .contains(
                        Pop3Facts.SERVICE.complete(List.of("CAPA", "UIDL", "STLS", "USER", "SASL"), true),
                        Pop3Facts.AUTHENTICATION.complete(List.of("APOP", "USER", "PLAIN")));
    }

    @Test
    void aServerWithoutCapabilitiesLeavesOpenWhatItOffers() {
        Asked asked = Asked.first(POP3).hears("+OK ready\r\n").hears("-ERR what?\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(Pop3Facts.SERVICE)).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(POP3).hears("220 mail.example\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void leadsToTlsOrLeaves() {
        Asked granted = Asked.startTls(POP3).hears("+OK\r\n").hears("+OK begin\r\n");
        Asked refused = Asked.startTls(POP3).hears("+OK\r\n").hears("-ERR no\r\n");

        assertThat(granted.progress()).isEqualTo(Progress.START_TLS);
        assertThat(granted.sent()).isEqualTo("STLS\r\n");
        assertThat(refused.progress()).isEqualTo(Progress.DONE);
        assertThat(refused.sent()).isEqualTo("STLS\r\nQUIT\r\n");
    }

    @Test
    void insideTlsNoGreetingTellsOfApop() {
        Asked asked = Asked.first(POP3, "pop3", "tls").hears(CAPABILITIES);

        assertThat(asked.sent()).isEqualTo("CAPA\r\nQUIT\r\n");
        assertThat(asked.facts().all()).contains(Pop3Facts.AUTHENTICATION.partial(List.of("USER", "PLAIN")));
    }
}
