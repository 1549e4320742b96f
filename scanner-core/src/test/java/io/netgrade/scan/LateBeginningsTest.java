// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.HeldOpening;
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
