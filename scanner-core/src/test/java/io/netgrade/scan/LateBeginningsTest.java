// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.HeldInbox;
import io.netgrade.testing.HeldOpening;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A capture that began behind a log-in does not tell what was offered, or wanted, before it. */
class LateBeginningsTest {
    @Test
    void imapBehindTheLogInIsNotWithoutStartTls() {
        Dialogue said =
                Dialogue.of().client("a7 CAPABILITY\r\n").server("* CAPABILITY IMAP4rev1 IDLE\r\na7 OK done\r\n");

        Fact late = service("imap", said, HeldOpening.of("", "").late());
        assertThat(late.complete()).isFalse();
        assertThat(late.flag("start-tls")).isEmpty();
        assertThat(late.flag("login-disabled")).isEmpty();
        assertThat(service("imap", said, HeldOpening.of("", "")).flag("start-tls"))
                .contains(false);
    }

    @Test
    void whatMayNameTheUserIsNotShown() {
        assertThat(shown("imap", "* OK Dovecot welcomes joe\r\n", true)).doesNotContain("joe");
        assertThat(shown("imap", "* OK Dovecot ready\r\n", false)).contains("ready");
        assertThat(shown("pop3", "+OK Dovecot welcomes joe\r\n", true)).doesNotContain("joe");
        assertThat(shown("pop3", "+OK Dovecot ready\r\n", false)).contains("ready");
        assertThat(shown("smtp", "235 2.7.0 Postfix welcomes joe\r\n", true)).doesNotContain("joe");
        assertThat(shown("smtp", "220 mx ESMTP Postfix ready\r\n", false)).contains("ready");
    }

    private static String shown(String id, String said, boolean late) {
        HeldOpening opening = HeldOpening.of("", "");
        Protocol protocol = ProtocolCatalog.byId(id).orElseThrow();
        StringBuilder shown = new StringBuilder();
        protocol.dissect(late ? opening.late() : opening)
                .dissect(
                        Direction.FROM_SERVER,
                        new HeldInbox().with(said.getBytes(StandardCharsets.US_ASCII)),
                        (fact, excerpt) -> shown.append(excerpt).append(' ').append(fact.value()));
        return shown.toString();
    }

    @Test
    void popBehindTheLogInIsNotWithoutStartTls() {
        Dialogue said = Dialogue.of().client("CAPA\r\n").server("+OK\r\nTOP\r\nUIDL\r\n.\r\n");

        Fact late = service("pop3", said, HeldOpening.of("", "").late());
        assertThat(late.complete()).isFalse();
        assertThat(late.flag("start-tls")).isEmpty();
        assertThat(service("pop3", said, HeldOpening.of("", "")).flag("start-tls"))
                .contains(false);
    }

    @Test
    void aListThatIsTooLongToKeepProvesNoAbsence() {
        String many = "X ".repeat(300);
        Dialogue said = Dialogue.of().client("a1 CAPABILITY\r\n").server("* CAPABILITY " + many + "\r\n");

        assertThat(service("imap", said, HeldOpening.of("", "")).flag("start-tls"))
                .isEmpty();
    }

    @Test
    void aLineThatIsTooLongToKeepProvesNoAbsence() {
        String many = "X".repeat(2000);
        for (boolean cut : new boolean[] {false, true}) {
            Dialogue smtp = Dialogue.of()
                    .server("220 ready\r\n")
                    .client("EHLO x\r\n")
                    .server("250-x\r\n250 AUTH PLAIN " + (cut ? many : "") + "\r\n");
            assertThat(service("smtp", smtp, HeldOpening.of("", "")).complete()).isEqualTo(!cut);
            Dialogue pop = Dialogue.of()
                    .server("+OK ready\r\n")
                    .client("CAPA\r\n")
                    .server("+OK\r\nUIDL\r\nSASL PLAIN " + (cut ? many : "") + "\r\n.\r\n");
            assertThat(service("pop3", pop, HeldOpening.of("", "")).complete()).isEqualTo(!cut);
            Dialogue nats = Dialogue.of()
                    .server("INFO {\"version\":\"2.1.0\",\"x\":{},\"y\":\"" + (cut ? many.repeat(5) : "")
                            + "\",\"auth_required\":true}\r\n");
            assertThat(facts("nats", nats, HeldOpening.of("", "")).isEmpty()).isEqualTo(cut);
        }
    }

    @Test
    void aHelloOfMoreThanIsKeptIsNotComplete() {
        assertThat(facts("netconf", hello(20), HeldOpening.of("", "")))
                .singleElement()
                .matches(Fact::complete);
        assertThat(facts("netconf", hello(70), HeldOpening.of("", "")))
                .singleElement()
                .matches(fact -> !fact.complete());
    }

    private static Dialogue hello(int capabilities) {
        StringBuilder hello = new StringBuilder("<hello xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\">");
        for (int i = 0; i < capabilities; i++) {
            hello.append("<capability>urn:ietf:params:netconf:capability:c")
                    .append(i)
                    .append(":1.0</capability>");
        }
        return Dialogue.of().server(hello + "</hello>]]>]]>");
    }

    @Test
    void memcachedMayHaveHadItsLogInBefore() {
        Dialogue said = Dialogue.of().client("stats\r\n").server("STAT pid 1\r\nEND\r\n");

        assertThat(facts("memcached", said, HeldOpening.of("", "").late()))
                .noneMatch(fact -> fact.type().equals("memcached.authentication"));
        assertThat(facts("memcached", said, HeldOpening.of("", "")))
                .anyMatch(fact -> fact.flag("required").equals(Optional.of(false)));
    }

    private static Fact service(String id, Dialogue said, HeldOpening opening) {
        return facts(id, said, opening).stream()
                .filter(fact -> fact.type().equals(id + ".service"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> facts(String id, Dialogue said, HeldOpening opening) {
        Protocol protocol = ProtocolCatalog.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return said.read(protocol.dissect(opening), Integer.MAX_VALUE).facts().all();
    }
}
