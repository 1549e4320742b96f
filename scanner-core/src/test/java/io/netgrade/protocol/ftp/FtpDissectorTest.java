// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.Dialogue.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtpDissectorTest {
    private static final Fact GREETING = CommonFacts.greeting("x").orElseThrow();

    private static final FtpProtocol FTP = new FtpProtocol();
    private static final Fact CLEAR = FtpFacts.protectionSeen("clear-login-seen");
    private static final Fact VSFTPD =
            CommonFacts.SOFTWARE.partial("vsftpd", "3.0.3", "cpe:2.3:a:vsftpd_project:vsftpd:3.0.3:*:*:*:*:*:*:*");

    /** vsftpd 3.0.3 without TLS, as it answered on loopback, and a login of a user in clear after it. */
    private static final Dialogue SESSION = Dialogue.of()
            .server("220 (vsFTPd 3.0.3)\r\n")
            .client("FEAT\r\n")
            .server(
                    "211-Features:\r\n EPRT\r\n EPSV\r\n MDTM\r\n PASV\r\n REST STREAM\r\n SIZE\r\n TVFS\r\n211 End\r\n")
            .client("AUTH TLS\r\n")
            .server("530 Please login with USER and PASS.\r\n")
            .client("USER joe\r\n")
            .server("331 Please specify the password.\r\n")
            .client("PASS sesame\r\n")
            .server("230 Login successful.\r\n");

    @Test
    void readsASessionInClear() {
        Reading reading = SESSION.read(FTP);

        assertThat(reading.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(reading.facts().all())
                .containsExactly(
                        VSFTPD,
                        FtpFacts.SERVICE.partial(
                                List.of("EPRT", "EPSV", "MDTM", "PASV", "REST STREAM", "SIZE", "TVFS"), null),
                        FtpFacts.SERVICE.partial(null, false),
                        FtpFacts.protectionSeen("clear-only"),
                        CLEAR);
    }

    @Test
    void keepsNeitherNameNorPassword() {
        assertThat(SESSION.read(FTP).facts().written()).doesNotContain("joe", "sesame");
    }

    @Test
    void readsByteByByteWhatItReadsAtOnce() {
        assertThat(SESSION.read(FTP, 1).facts().all())
                .isEqualTo(SESSION.read(FTP).facts().all());
    }

    @Test
    void statesOfEveryPrefixNothingThatTheWholeTakesBack() {
        List<Fact> whole = SESSION.read(FTP).facts().all();

        for (int length = 0; length < SESSION.length(); length++) {
            List<Fact> prefix = SESSION.first(length).read(FTP).facts().all();

            assertThat(prefix).as("first " + length).isEqualTo(whole.subList(0, prefix.size()));
        }
    }

    @Test
    void handsOverToTlsWithTheByteAfterTheReply() {
        Reading reading = Dialogue.of()
                .server("220 x\r\n")
                .client("AUTH TLS\r\n")
                .server("234 Proceed with negotiation.\r\n\u0016\u0003")
                .read(FTP);

        assertThat(reading.progress()).isEqualTo(Progress.START_TLS);
        assertThat(reading.left()).isEqualTo(2);
        assertThat(reading.facts().all())
                .containsExactly(
                        GREETING, FtpFacts.SERVICE.partial(null, true), FtpFacts.protectionSeen("tls-offered"));
    }

    @Test
    void doesNotTakeKerberosForTls() {
        Reading reading = Dialogue.of()
                .server("220 x\r\n")
                .client("AUTH GSSAPI\r\n")
                .server("334 Using GSSAPI\r\n")
                .read(FTP);

        assertThat(reading.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(reading.facts().all()).containsExactly(GREETING);
    }

    @Test
    void seesAnonymousLoginsThatAreLetIn() {
        Dialogue asked = Dialogue.of()
                .server("220 x\r\n")
                .client("USER Anonymous\r\n")
                .server("331 x\r\n")
                .client("PASS a@b\r\n");

        assertThat(asked.server("230 ok\r\n").read(FTP).facts().all())
                .containsExactly(
                        GREETING, FtpFacts.ANONYMOUS.complete(true), FtpFacts.protectionSeen("anonymous-login-seen"));
        assertThat(asked.server("530 no\r\n").read(FTP).facts().all()).containsExactly(GREETING);
    }

    @Test
    void seesThatTlsIsRequired() {
        Reading reading = Dialogue.of()
                .server("220 x\r\n")
                .client("USER joe\r\n")
                .server("530 Non-anonymous sessions must use encryption.\r\n")
                .read(FTP);

        assertThat(reading.facts().all()).containsExactly(GREETING, FtpFacts.protectionSeen("tls-required"));
    }

    @Test
    void doesNotTakeAMomentaryRefusalOfTlsForGood() {
        Reading reading = Dialogue.of()
                .server("220 x\r\n")
                .client("AUTH TLS\r\n")
                .server("431 Certificate unavailable.\r\n")
                .read(FTP);

        assertThat(reading.facts().all()).containsExactly(GREETING);
    }

    @Test
    void pairsRepliesWithPipelinedCommands() {
        Reading reading = Dialogue.of()
                .server("220 x\r\n")
                .client("FEAT\r\nRETR a\r\nAUTH TLS\r\n")
                .server("500 What?\r\n150 Opening\r\n226 Done\r\n234 Go\r\n")
                .read(FTP);

        assertThat(reading.progress()).isEqualTo(Progress.START_TLS);
        assertThat(reading.facts().all()).doesNotContain(FtpFacts.protectionSeen("clear-only"));
    }

    @Test
    void refusesALineThatNoReplyBeginsWith() {
        assertThat(Dialogue.of().server("220 x\r\nhello\r\n").read(FTP).progress())
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void readsAnEndlessReplyWithoutHoldingIt() {
        Reading reading = Dialogue.of()
                .server("220 x\r\n")
                .client("FEAT\r\n")
                .server("211-Features:" + "\r\n X\r\n".repeat(100_000))
                .read(FTP);

        assertThat(reading.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(reading.left()).isZero();
        assertThat(reading.facts().all()).containsExactly(GREETING);
    }

    @Test
    void readsALineWithoutEndWithoutHoldingIt() {
        Reading reading = Dialogue.of().server("220 " + "x".repeat(1_000_000)).read(FTP);

        assertThat(reading.left()).isZero();
    }
}
