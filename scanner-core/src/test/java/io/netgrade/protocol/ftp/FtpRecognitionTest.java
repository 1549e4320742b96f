// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import static io.netgrade.protocol.Recognition.INITIATOR_SERVES;
import static io.netgrade.protocol.Recognition.NEED_MORE;
import static io.netgrade.protocol.Recognition.NO;
import static io.netgrade.protocol.Recognition.RESPONDER_SERVES;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.testing.HeldOpening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpRecognitionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 (vsFTPd 3.0.3)\r\n",
                "220 ProFTPD 1.3.5 Server ready.\r\n",
                "220-FileZilla Server 1.5.1\r\n",
                "220---------- Welcome to Pure-FTPd [privsep] ----------\r\n",
                "220 Microsoft FTP Service\r\n"
            })
    void knowsAGreetingThatNamesFtp(String greeting) {
        assertThat(FtpRecognition.of(HeldOpening.of("", greeting))).isEqualTo(RESPONDER_SERVES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER a", "AUTH TLS\r\n", "feat\r\n", "SYST\r\n", "OPTS UTF8 ON"})
    void knowsAGreetingThatNamesNothingByTheFirstCommand(String command) {
        assertThat(FtpRecognition.of(HeldOpening.of(command, "220 Welcome\r\n")))
                .isEqualTo(RESPONDER_SERVES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 mx.example.org ESMTP Postfix\r\n", "220 Mail here\r\n", "220-smtp\r\n220 x\r\n"})
    void leavesAGreetingOfMailAlone(String greeting) {
        assertThat(FtpRecognition.of(HeldOpening.of("", greeting).port(21))).isEqualTo(NO);
    }

    @Test
    void leavesAServerAloneWhoseClientSaysEhlo() {
        assertThat(FtpRecognition.of(HeldOpening.of("EHLO ftp\r\n", "220 ftp.example.org\r\n")))
                .isEqualTo(NO);
    }

    @Test
    void waitsForTheFirstCommandWhereTheGreetingNamesNothing() {
        assertThat(FtpRecognition.of(HeldOpening.of("", "220 Welcome\r\n"))).isEqualTo(NEED_MORE);
        assertThat(FtpRecognition.of(HeldOpening.of("NOOP\r\n", "220 Welcome\r\n")))
                .isEqualTo(NO);
    }

    @Test
    void believesAGreetingOnFtpsOwnPort() {
        assertThat(FtpRecognition.of(HeldOpening.of("", "220 Welcome\r\n").port(21)))
                .isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void waitsForTheWholeOfTheGreeting() {
        String greeting = "220 (vsFTPd 3.0.3)\r\n";
        for (int length = 0; length < greeting.length() - 1; length++) {
            assertThat(FtpRecognition.of(HeldOpening.of("", greeting.substring(0, length))))
                    .as("first " + length)
                    .isEqualTo(NEED_MORE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+OK POP3 ready\r\n", "200 news\r\n", "2200 x\r\n", "SSH-2.0-x\r\n", "22"})
    void leavesOtherGreetingsAlone(String greeting) {
        assertThat(FtpRecognition.of(HeldOpening.of("QUIT\r\n", greeting))).isIn(NO, NEED_MORE);
        assertThat(FtpRecognition.of(HeldOpening.of("QUIT\r\n", greeting + "\r\n\r\n")))
                .isEqualTo(NO);
    }

    @Test
    void knowsASessionThatACaptureJoinsLate() {
        assertThat(FtpRecognition.of(
                        HeldOpening.of("PASV\r\n", "227 Entering\r\n").late()))
                .isEqualTo(RESPONDER_SERVES);
        assertThat(FtpRecognition.of(
                        HeldOpening.of("250 OK\r\n", "CWD /pub\r\n").late()))
                .isEqualTo(INITIATOR_SERVES);
        assertThat(FtpRecognition.of(HeldOpening.of("226 Done\r\n", "").late())).isEqualTo(NEED_MORE);
        assertThat(FtpRecognition.of(HeldOpening.of("USER a\r\n", "+OK\r\n").late()))
                .isEqualTo(NO);
    }
}
