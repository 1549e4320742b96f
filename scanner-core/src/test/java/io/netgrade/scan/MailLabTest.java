// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.lab.DovecotServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.NgircdServer;
import io.netgrade.lab.NnrpdServer;
import io.netgrade.lab.PostfixServer;
import io.netgrade.lab.ProsodyServer;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.imap.ImapFacts;
import io.netgrade.protocol.irc.IrcFacts;
import io.netgrade.protocol.nntp.NntpFacts;
import io.netgrade.protocol.pop3.Pop3Facts;
import io.netgrade.protocol.smtp.SmtpFacts;
import io.netgrade.protocol.xmpp.XmppFacts;
import io.netgrade.testing.SideBySide;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The prober against servers of mail and of messages, in clear and with STARTTLS. */
class MailLabTest {
    @BeforeAll
    static void needsTheLab() {
        Lab.tree();
    }

    @SideBySide
    @Test
    void seesWhatSmtpOffersWithoutTls() throws Exception {
        needsRoot();
        LabLook look = LabLook.at(PostfixServer.clear());

        assertThat(look.services()).containsExactly("smtp");
        assertThat(of(look, "smtp", SmtpFacts.AUTHENTICATION))
                .containsExactly(SmtpFacts.AUTHENTICATION.complete(List.of("PLAIN", "LOGIN")));
        assertThat(of(look, "smtp", SmtpFacts.SERVICE))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.flag("start-tls")).contains(false));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .anySatisfy(fact -> assertThat(fact.text("product")).contains("Postfix"));
    }

    @SideBySide
    @Test
    void asksSmtpAgainBehindStartTls() throws Exception {
        needsRoot();
        LabLook look = LabLook.at(PostfixServer.withTls());

        assertThat(look.services()).containsExactlyInAnyOrder("smtp", "smtp/tls", "smtp/tls/smtp");
        assertThat(of(look, "smtp", SmtpFacts.AUTHENTICATION))
                .containsExactly(SmtpFacts.AUTHENTICATION.complete(List.of()));
        assertThat(of(look, "smtp", SmtpFacts.SERVICE))
                .singleElement()
                .satisfies(fact -> assertThat(fact.flag("start-tls")).contains(true));
        assertThat(of(look, "smtp/tls/smtp", SmtpFacts.AUTHENTICATION))
                .containsExactly(SmtpFacts.AUTHENTICATION.complete(List.of("PLAIN", "LOGIN")));
    }

    @SideBySide
    @Test
    void seesWhatImapOffersWithoutTls() throws Exception {
        LabLook look = LabLook.at(DovecotServer.imap());

        assertThat(look.services()).containsExactly("imap");
        assertThat(of(look, "imap", ImapFacts.AUTHENTICATION))
                .containsExactly(ImapFacts.AUTHENTICATION.complete(List.of("LOGIN", "PLAIN")));
        assertThat(of(look, "imap", ImapFacts.SERVICE))
                .anySatisfy(fact -> assertThat(fact.flag("login-disabled")).contains(false))
                .allSatisfy(fact -> assertThat(fact.flag("start-tls")).contains(false));
    }

    @SideBySide
    @Test
    void asksImapAgainBehindStartTls() throws Exception {
        LabLook look = LabLook.at(DovecotServer.imapWithTls());

        assertThat(look.services()).containsExactlyInAnyOrder("imap", "imap/tls", "imap/tls/imap");
        assertThat(of(look, "imap", ImapFacts.AUTHENTICATION))
                .containsExactly(ImapFacts.AUTHENTICATION.complete(List.of()));
        assertThat(of(look, "imap", ImapFacts.SERVICE)).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.flag("start-tls")).contains(true);
            assertThat(fact.flag("login-disabled")).contains(true);
        });
        assertThat(of(look, "imap/tls/imap", ImapFacts.AUTHENTICATION))
                .containsExactly(ImapFacts.AUTHENTICATION.complete(List.of("LOGIN", "PLAIN")));
    }

    @SideBySide
    @Test
    void seesWhatPop3OffersWithoutTls() throws Exception {
        LabLook look = LabLook.at(DovecotServer.pop3());

        assertThat(look.services()).containsExactly("pop3");
        assertThat(of(look, "pop3", Pop3Facts.AUTHENTICATION))
                .containsExactly(Pop3Facts.AUTHENTICATION.complete(List.of("USER", "PLAIN", "LOGIN")));
    }

    @SideBySide
    @Test
    void asksPop3AgainBehindStls() throws Exception {
        LabLook look = LabLook.at(DovecotServer.pop3WithTls());

        assertThat(look.services()).containsExactlyInAnyOrder("pop3", "pop3/tls", "pop3/tls/pop3");
        assertThat(of(look, "pop3", Pop3Facts.AUTHENTICATION))
                .containsExactly(Pop3Facts.AUTHENTICATION.complete(List.of()));
        assertThat(of(look, "pop3", Pop3Facts.SERVICE))
                .singleElement()
                .satisfies(fact -> assertThat(fact.flag("start-tls")).contains(true));
        assertThat(of(look, "pop3/tls/pop3", Pop3Facts.AUTHENTICATION))
                .containsExactly(Pop3Facts.AUTHENTICATION.partial(List.of("USER", "PLAIN", "LOGIN")));
    }

    @SideBySide
    @Test
    void seesThatNewsOffersTlsAndRefusesIt() throws Exception {
        LabLook look = LabLook.at(NnrpdServer.clear());

        assertThat(look.services()).containsExactly("nntp");
        // Without a certificate it lists STARTTLS all the same.
        assertThat(look.facts(NntpFacts.STARTTLS))
                .containsExactly(NntpFacts.STARTTLS.complete(true), NntpFacts.STARTTLS.partial(false));
        assertThat(look.facts(NntpFacts.GREETING)).containsExactly(NntpFacts.GREETING.complete("posting"));
    }

    @SideBySide
    @Test
    void findsTlsBehindTheUpgradeOfNews() throws Exception {
        LabLook look = LabLook.at(NnrpdServer.withTls());

        assertThat(look.services()).containsExactlyInAnyOrder("nntp", "nntp/tls", "nntp/tls/nntp");
        assertThat(of(look, "nntp", NntpFacts.STARTTLS)).containsExactly(NntpFacts.STARTTLS.complete(true));
        assertThat(of(look, "nntp/tls/nntp", NntpFacts.STARTTLS)).containsExactly(NntpFacts.STARTTLS.complete(false));
    }

    @SideBySide
    @Test
    void seesTheCapabilitiesOfIrc() throws Exception {
        LabLook look = LabLook.at(NgircdServer.clear(), among("tls", "irc"));

        assertThat(look.services()).containsExactly("irc");
        assertThat(look.facts(IrcFacts.CAPABILITIES))
                .containsExactly(IrcFacts.CAPABILITIES.complete(List.of("multi-prefix")));
    }

    @SideBySide
    @Test
    void seesIrcInsideTls() throws Exception {
        LabLook look = LabLook.at(NgircdServer.insideTls(), among("tls", "irc"));

        assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/irc");
    }

    @SideBySide
    @Test
    void seesWhatXmppOffersWithoutTls() throws Exception {
        LabLook look = LabLook.at(ProsodyServer.clear(), among("tls", "xmpp"));

        assertThat(look.services()).containsExactly("xmpp");
        assertThat(look.facts(XmppFacts.FEATURES)).singleElement().satisfies(fact -> {
            assertThat(fact.complete()).isTrue();
            assertThat(fact.text("starttls")).contains("absent");
            assertThat(fact.names("mechanisms")).contains("PLAIN");
        });
    }

    @SideBySide
    @Test
    void asksXmppAgainBehindStartTls() throws Exception {
        LabLook look = LabLook.at(ProsodyServer.withTls(), among("tls", "xmpp"));

        assertThat(look.services()).containsExactlyInAnyOrder("xmpp", "xmpp/tls", "xmpp/tls/xmpp");
        assertThat(of(look, "xmpp", XmppFacts.FEATURES))
                .containsExactly(XmppFacts.FEATURES.complete("client", "required", List.of()));
        assertThat(of(look, "xmpp/tls/xmpp", XmppFacts.FEATURES))
                .singleElement()
                .satisfies(fact -> assertThat(fact.names("mechanisms")).contains("PLAIN"));
    }

    /** A service that waits for its client is asked in few protocols: on a port that tells nothing, in these alone. */
    private static List<Protocol> among(String... ids) {
        return ProtocolCatalog.asked().stream()
                .filter(protocol -> List.of(ids).contains(protocol.id()))
                .toList();
    }

    private static void needsRoot() throws IOException {
        assumeTrue(Lab.tree().allowsRoot(), "Postfix's master runs as root only, and root is not allowed here");
    }

    private static List<Fact> of(LabLook look, String service, FactType type) {
        return look.collected().observations().stream()
                .filter(seen -> seen.fact().is(type) && service.equals(name(seen)))
                .map(Observation::fact)
                .distinct()
                .toList();
    }

    private static String name(Observation seen) {
        String layers = String.join("/", seen.service().layers());
        return layers.isEmpty()
                ? seen.service().protocol()
                : layers + "/" + seen.service().protocol();
    }
}
