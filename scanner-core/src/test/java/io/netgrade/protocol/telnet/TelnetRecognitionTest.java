// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import static io.netgrade.protocol.Recognition.INITIATOR_SERVES;
import static io.netgrade.protocol.Recognition.NEED_MORE;
import static io.netgrade.protocol.Recognition.NO;
import static io.netgrade.protocol.Recognition.RESPONDER_SERVES;
import static io.netgrade.protocol.Recognition.SERVER_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.testing.HeldOpening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelnetRecognitionTest {

    @Test
    void knowsANegotiationOfTheServer() {
        assertThat(TelnetRecognition.of(HeldOpening.of("", "\u00ff\u00fd\u0018")))
                .isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void knowsANegotiationOfTheClient() {
        assertThat(TelnetRecognition.of(HeldOpening.of("\u00ff\u00fb\u001f", "")))
                .isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void waitsForAWholeNegotiation() {
        assertThat(TelnetRecognition.of(HeldOpening.of("", ""))).isEqualTo(NEED_MORE);
        assertThat(TelnetRecognition.of(HeldOpening.of("", "\u00ff"))).isEqualTo(NEED_MORE);
        assertThat(TelnetRecognition.of(HeldOpening.of("", "\u00ff\u00fd"))).isEqualTo(NEED_MORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"User Access Verification\r\n\r\nPassword: ", "\u001b[Hmt login:", "Username:"})
    void knowsThePromptOfAServerThatNegotiatesNothing(String banner) {
        assertThat(TelnetRecognition.of(HeldOpening.of("", banner))).isEqualTo(RESPONDER_SERVES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00ff\u00fb\u0090d", "\u00ff\u00d8\u00ff\u00e0", "\u0016\u0003\u0001", "\u0000\u0001\u0002"})
    void leavesOtherProtocolsAlone(String first) {
        assertThat(TelnetRecognition.of(HeldOpening.of("", first))).isEqualTo(NO);
    }

    @Test
    void leavesAClientThatSpeaksTextFirstAlone() {
        assertThat(TelnetRecognition.of(HeldOpening.of("GET / HTTP/1.1\r\n", "")))
                .isEqualTo(NO);
    }

    @Test
    void leavesRloginAlone() {
        assertThat(TelnetRecognition.of(HeldOpening.of("", "Password: ").port(513)))
                .isEqualTo(NO);
    }

    @Test
    void givesUpOnALongTextWithoutAPrompt() {
        assertThat(TelnetRecognition.of(HeldOpening.of("", "x".repeat(500)))).isEqualTo(NEED_MORE);
        assertThat(TelnetRecognition.of(HeldOpening.of("", "x".repeat(1500)))).isEqualTo(NO);
    }

    @Test
    void findsTheServerOfALateCaptureByWhatItNegotiates() {
        String wantsTerminal = "\u00ff\u00fd\u0018";
        String offersTerminal = "\u00ff\u00fb\u0018";

        assertThat(TelnetRecognition.of(
                        HeldOpening.of(wantsTerminal, offersTerminal).late()))
                .isEqualTo(INITIATOR_SERVES);
        assertThat(TelnetRecognition.of(
                        HeldOpening.of(offersTerminal, wantsTerminal).late()))
                .isEqualTo(RESPONDER_SERVES);
        assertThat(TelnetRecognition.of(HeldOpening.of("", "\u00ff\u00fd\u0003").late()))
                .isEqualTo(SERVER_UNKNOWN);
    }

    /** What the consoles of Osmocom say, as they said it on loopback, without most of their banner. */
    private static final String CONSOLE = "Welcome to the OsmoMSC VTY interface\r\n  Jan L\u00c3\u00bcbbe\r\n\r\n"
            + "\u00ff\u00fb\u0001\u00ff\u00fb\u0003\u00ff\u00fe\"\u00ff\u00fd\u001fOsmoMSC> ";

    @Test
    void knowsNegotiationsBehindABanner() {
        int first = CONSOLE.indexOf('\u00ff');

        assertThat(TelnetRecognition.of(HeldOpening.of("", CONSOLE))).isEqualTo(RESPONDER_SERVES);
        for (int length = 1; length < first + 6; length++) {
            assertThat(TelnetRecognition.of(HeldOpening.of("", CONSOLE.substring(0, length))))
                    .as("cut to " + length)
                    .isEqualTo(NEED_MORE);
        }
        assertThat(TelnetRecognition.of(HeldOpening.of("", CONSOLE.substring(0, first + 6))))
                .isEqualTo(RESPONDER_SERVES);
        assertThat(TelnetRecognition.of(HeldOpening.of(CONSOLE, "").late())).isEqualTo(INITIATOR_SERVES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 ready\u00ff\u00fb\u0001d",
                "220 ready\u00ff\u00fb\u0001\u00ff\u00fb\u0090",
                "220 ready\u00ff\u00d8\u00ff\u00fb\u0001",
                "GIF89a\u0001\u00ff\u00fb\u0001\u00ff\u00fb\u0003"
            })
    void takesNoChanceBehindABannerForNegotiations(String said) {
        assertThat(TelnetRecognition.of(HeldOpening.of("", said))).isEqualTo(NO);
        assertThat(TelnetRecognition.of(HeldOpening.of(CONSOLE, ""))).isEqualTo(NO);
    }
}
