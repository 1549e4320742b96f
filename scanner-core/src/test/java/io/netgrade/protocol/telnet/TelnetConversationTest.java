// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelnetConversationTest {
    /** GNU inetutils telnetd 2.4, as it answered on loopback. */
    private static final String INETUTILS = "\u00ff\u00fb%\u00ff\u00fb&\u00ff\u00fd\u0018\u00ff\u00fd \u00ff\u00fd#"
            + "\u00ff\u00fd'\u00ff\u00fd$\u00ff\u00fb\u0003\u00ff\u00fd\u0001\u00ff\u00fd\"\u00ff\u00fd\u001f"
            + "\u00ff\u00fb\u0005\u00ff\u00fd!\u00ff\u00fb\u0001\u00ff\u00fd\u0006\u00ff\u00fd\u0000"
            + "\r\nLinux 6.1.0 (localhost) (pts/0)\r\n\r\n\u00ff\u00fb\u0003\u00ff\u00fb\u0001lab login: ";

    @Test
    void saysNothingBeforeTheServer() {
        assertThat(new Asked(new TelnetConversation()).sent()).isEmpty();
    }

    @Test
    void readsToThePromptOfInetutils() {
        Asked asked = new Asked(new TelnetConversation()).hears(INETUTILS);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all())
                .containsExactly(
                        TelnetFacts.SERVICE.complete(
                                List.of(
                                        "AUTHENTICATION",
                                        "ENCRYPTION",
                                        "TERMINAL-TYPE",
                                        "TERMINAL-SPEED",
                                        "X-DISPLAY-LOCATION",
                                        "NEW-ENVIRONMENT",
                                        "ENVIRONMENT",
                                        "SUPPRESS-GO-AHEAD",
                                        "ECHO",
                                        "LINEMODE",
                                        "NEGOTIATE-ABOUT-WINDOW-SIZE",
                                        "STATUS",
                                        "REMOTE-FLOW-CONTROL",
                                        "TIMING-MARK",
                                        "BINARY-TRANSMISSION"),
                                true),
                        CommonFacts.greeting("Linux 6.1.0 (localhost) (pts/0)\n\n\n\nlab login:")
                                .orElseThrow());
    }

    @Test
    void refusesEachOptionOnce() {
        Asked asked = new Asked(new TelnetConversation())
                .hears("\u00ff\u00fb\u0001\u00ff\u00fd\u0018\u00ff\u00fe\u0003\u00ff\u00fc\u0003")
                .hears("\u00ff\u00fb\u0001".repeat(1000));

        assertThat(asked.sent()).isEqualTo("\u00ff\u00fe\u0001\u00ff\u00fc\u0018");
    }

    @Test
    void sendsRefusalsAlone() {
        StringBuilder all = new StringBuilder();
        for (int verb = 0xF0; verb < 0xFF; verb++) {
            for (int option = 0; option < 256; option++) {
                all.append('\u00ff').append((char) verb).append((char) option);
            }
        }

        byte[] sent = new Asked(new TelnetConversation())
                .hears(all.toString())
                .hears("x\r\nPassword: ")
                .sent()
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(sent.length).isLessThanOrEqualTo(3 * 512);
        for (int at = 0; at < sent.length; at += 3) {
            assertThat(sent[at] & 0xFF).isEqualTo(TelnetCode.IAC);
            assertThat(sent[at + 1] & 0xFF).isIn(TelnetCode.WONT, TelnetCode.DONT);
        }
    }

    @Test
    void readsByteByByteWhatItReadsAtOnce() {
        byte[] bytes = INETUTILS.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new Asked(new TelnetConversation()).hears(bytes, 1).facts().all())
                .isEqualTo(new Asked(new TelnetConversation())
                        .hears(INETUTILS)
                        .facts()
                        .all());
    }

    @Test
    void leavesThePromptOpenWhereItWasCut() {
        for (int length = 0; length < INETUTILS.length() - 2; length++) {
            Asked cut = new Asked(new TelnetConversation())
                    .hears(INETUTILS.substring(0, length))
                    .ends();

            assertThat(cut.facts().all()).noneMatch(Fact::complete);
            assertThat(cut.answered()).isEqualTo(length >= 3);
        }
    }

    @Test
    void takesTextWithoutAnythingOfTelnetForAnotherProtocol() {
        Asked asked =
                new Asked(new TelnetConversation()).hears("220 mail ESMTP\r\n").ends();

        assertThat(asked.answered()).isFalse();
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void namesWhatTheBannerDiscloses() {
        Asked asked = new Asked(new TelnetConversation()).hears("MikroTik v6.49.6 (stable)\r\nLogin: ");

        assertThat(asked.facts().of(CommonFacts.SOFTWARE))
                .containsExactly(CommonFacts.SOFTWARE.complete(
                        "MikroTik RouterOS", "6.49.6", "cpe:2.3:o:mikrotik:routeros:6.49.6:*:*:*:*:*:*:*"));
    }

    @Test
    void asksOnceAndInsideTlsWhereTheServiceIs() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 992, Transport.TCP);

        assertThat(new TelnetProtocol()
                        .inquire(endpoint, List.of("tls"))
                        .orElseThrow()
                        .next()
                        .orElseThrow()
                        .throughTls())
                .isTrue();
    }

    @Test
    void seesThatAConsoleWaitsForCommandsAndNotForALogin() {
        String options = "\u00ff\u00fb\u0001\u00ff\u00fb\u0003";
        List<String> names = List.of("ECHO", "SUPPRESS-GO-AHEAD");

        for (String prompt : List.of("OsmoGGSN> ", "router# ", "lab@core:~$ ")) {
            assertThat(heard("Welcome\r\n" + options + prompt))
                    .as(prompt)
                    .containsExactly(TelnetFacts.SERVICE.partial(names, false));
        }
        for (String other : List.of("", "see <http://gnu.org/licenses/gpl-2.0.html>", "it is 100 %", "please wait")) {
            assertThat(heard("Welcome\r\n" + options + other))
                    .as(other)
                    .containsExactly(TelnetFacts.SERVICE.partial(names, null));
        }
    }

    private static List<Fact> heard(String said) {
        return new Asked(new TelnetConversation()).hears(said).ends().facts().all();
    }
}
