// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImapQuestionTest {
    private static final Protocol IMAP = ImapProtocol.protocol();
    private static final String GREETING = "* OK ready\r\n";

    @Test
    void asksForTheCapabilitiesAndLeaves() {
        Asked asked = Asked.first(IMAP)
                .hears(GREETING)
                .hears("* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\na1 OK done\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("a1 CAPABILITY\r\na9 LOGOUT\r\n");
        assertThat(asked.facts().all())
                .contains(
                        ImapFacts.SERVICE.complete(List.of("IMAP4REV1", "STARTTLS", "LOGINDISABLED"), true, true),
                        ImapFacts.AUTHENTICATION.complete(List.of()));
    }

    @Test
    void seesALogInOffered() {
        Asked asked = Asked.first(IMAP).hears(GREETING).hears("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na1 OK done\r\n");

        assertThat(asked.facts().all()).contains(ImapFacts.AUTHENTICATION.complete(List.of("LOGIN", "PLAIN")));
    }

    @Test
    void aServerThatIsLoggedInAlreadyIsAskedNoMore() {
        Asked asked = Asked.first(IMAP).hears("* PREAUTH welcome\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("a9 LOGOUT\r\n");
    }

    @Test
    void aCutAnswerIsAnAnswerAllTheSame() {
        Asked asked = Asked.first(IMAP)
                .hears(GREETING)
                .hears("* CAPABILITY IMAP4rev1 STARTT")
                .ends();

        assertThat(asked.answered()).isTrue();
        assertThat(asked.facts().of(ImapFacts.SERVICE)).isEmpty();
    }

    @Test
    void leadsToTlsOrLeaves() {
        Asked granted = Asked.startTls(IMAP).hears(GREETING).hears("a1 OK begin\r\n");
        Asked refused = Asked.startTls(IMAP).hears(GREETING).hears("a1 BAD no\r\n");

        assertThat(granted.progress()).isEqualTo(Progress.START_TLS);
        assertThat(granted.facts().all()).isEmpty();
        assertThat(refused.progress()).isEqualTo(Progress.DONE);
        assertThat(refused.sent()).isEqualTo("a1 STARTTLS\r\na9 LOGOUT\r\n");
    }

    @Test
    void insideTlsThereIsNoGreeting() {
        Asked asked = Asked.first(IMAP, "imap", "tls").hears("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na1 OK done\r\n");

        assertThat(asked.sent()).isEqualTo("a1 CAPABILITY\r\na9 LOGOUT\r\n");
        assertThat(asked.facts().all()).contains(ImapFacts.AUTHENTICATION.complete(List.of("LOGIN", "PLAIN")));
    }
}
