// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapQuestionTest {
    private static final Protocol IMAP = ImapProtocol.protocol();
    private static final String GREETING = "* OK ready\r\n";

    @Test
    void asksForTheCapabilitiesAndLeaves() {
        Asked asked = Asked.first(IMAP)
                .hears(GREETING)
                .hears("* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\na1 OK done\r\n")
                .hears("a2 BAD what\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("a1 CAPABILITY\r\na2 ID NIL\r\na9 LOGOUT\r\n");
        assertThat(asked.facts().all())
                .contains(
                        ImapFacts.SERVICE.complete(List.of("IMAP4REV1", "STARTTLS", "LOGINDISABLED"), true, true),
                        ImapFacts.AUTHENTICATION.complete(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ID (\"name\" \"Acme Mail\" \"version\" \"4.1\" \"os\" \"x\") | Acme Mail | 4.1",
                "ID (\"NAME\" \"Acme\") | Acme | -",
                "ID (\"name\" \"Dovecot\" \"version\" \"2.3.19\") | Dovecot | 2.3.19",
                "ID (\"vendor\" \"Acme\" \"version\" \"4.1\") | - | -",
                "ID (\"surname\" \"Acme\") | - | -",
                "ID NIL | - | -",
                "ID (\"name\" | - | -",
            })
    void namesTheSoftwareThatTheServerSaysItIs(String answer, String product, String version) {
        Asked asked = Asked.first(IMAP)
                .hears(GREETING)
                .hears("* CAPABILITY IMAP4rev1 ID\r\na1 OK done\r\n")
                .hears("* " + answer + "\r\na2 OK done\r\n");

        List<Fact> software = asked.facts().of(CommonFacts.SOFTWARE);
        if (product == null) {
            assertThat(software).isEmpty();
        } else {
            assertThat(software).singleElement().satisfies(fact -> {
                assertThat(fact.text("product")).contains(product);
                assertThat(fact.text("version")).isEqualTo(Optional.ofNullable(version));
            });
        }
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
