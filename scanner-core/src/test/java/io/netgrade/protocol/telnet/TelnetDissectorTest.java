// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.Dialogue.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelnetDissectorTest {
    private static final TelnetProtocol TELNET = new TelnetProtocol();
    private static final Fact LOGIN = TelnetFacts.LOGIN_IN_CLEAR.partial("plaintext-password");

    private static final Dialogue SESSION = Dialogue.of()
            .server("\u00ff\u00fd\u0018\u00ff\u00fd ")
            .client("\u00ff\u00fb\u0018\u00ff\u00fc ")
            .server("\u00ff\u00fa\u0018\u0001\u00ff\u00ff\u00ff\u00f0\u00ff\u00fb\u0001")
            .client("\u00ff\u00fa\u0018\u0000xterm\u00ff\u00f0\u00ff\u00fd\u0001")
            .server("\r\nDebian GNU/Linux 12\r\nlab login: ")
            .client("jo")
            .server("jo")
            .client("e\r\u0000")
            .server("e\r\nPassword: ")
            .client("sesame")
            .client("\r\u0000")
            .server("\r\nLast login: Mon Jan 1\r\n$ ");

    @Test
    void readsALogin() {
        Reading reading = SESSION.read(TELNET);

        assertThat(reading.progress()).isEqualTo(Progress.DONE);
        assertThat(reading.facts().all())
                .containsExactly(
                        TelnetFacts.SERVICE.partial(List.of("TERMINAL-TYPE", "TERMINAL-SPEED"), null),
                        TelnetFacts.SERVICE.partial(List.of("TERMINAL-TYPE", "TERMINAL-SPEED", "ECHO"), null),
                        TelnetFacts.SERVICE.partial(List.of("TERMINAL-TYPE", "TERMINAL-SPEED", "ECHO"), true),
                        CommonFacts.SOFTWARE.partial(
                                "Debian GNU/Linux", "12", "cpe:2.3:o:debian:debian_linux:12:*:*:*:*:*:*:*"),
                        LOGIN);
    }

    @Test
    void keepsNothingThatWasTyped() {
        assertThat(SESSION.read(TELNET).facts().written()).doesNotContain("sesame", "joe", "xterm");
    }

    @Test
    void concludesTheSameByteByByte() {
        List<Fact> facts = SESSION.read(TELNET, 1).facts().all();

        assertThat(facts).contains(LOGIN);
        assertThat(facts)
                .contains(TelnetFacts.SERVICE.partial(List.of("TERMINAL-TYPE", "TERMINAL-SPEED", "ECHO"), true));
    }

    @Test
    void statesOfEveryPrefixNothingThatTheWholeTakesBack() {
        List<Fact> whole = SESSION.read(TELNET, 1).facts().all();

        for (int length = 0; length < SESSION.length(); length++) {
            List<Fact> prefix = SESSION.first(length).read(TELNET, 1).facts().all();

            assertThat(prefix).as("first " + length).isEqualTo(whole.subList(0, prefix.size()));
        }
    }

    @Test
    void takesAnEmptyAnswerForNoPassword() {
        Reading reading = Dialogue.of().server("Password: ").client("\r\n").read(TELNET);

        assertThat(reading.facts().of(TelnetFacts.LOGIN_IN_CLEAR)).isEmpty();
    }

    @Test
    void takesAUserNameForNoPassword() {
        Reading reading = Dialogue.of().server("login: ").client("joe\r\n").read(TELNET);

        assertThat(reading.facts().of(TelnetFacts.LOGIN_IN_CLEAR)).isEmpty();
        assertThat(reading.facts().of(TelnetFacts.SERVICE))
                .containsExactly(TelnetFacts.SERVICE.partial(List.of(), true));
    }

    @Test
    void doesNotTakeTheNoticeOfTheLastLoginForAPrompt() {
        Reading reading = Dialogue.of().server("Last login: ").read(TELNET);

        assertThat(reading.facts().all()).isEmpty();
    }

    @Test
    void passesOverEndlessSubnegotiationsAndText() {
        Reading reading = Dialogue.of()
                .server("\u00ff\u00fa\u0018" + "\u00ff".repeat(10_000))
                .server("\u00ff\u00f0" + "x".repeat(100_000) + "\r\n\u001b[31;1mlogin:\u001b[0m ")
                .read(TELNET);

        assertThat(reading.facts().of(TelnetFacts.SERVICE))
                .containsExactly(TelnetFacts.SERVICE.partial(List.of(), true));
    }

    @Test
    void namesAnOptionWithoutANameByItsNumber() {
        Reading reading =
                Dialogue.of().server("\u00ff\u00fb\u0003\u00ff\u00fb\u00c8").read(TELNET);

        assertThat(reading.facts().all())
                .containsExactly(TelnetFacts.SERVICE.partial(List.of("SUPPRESS-GO-AHEAD", "option-200"), null));
    }
}
