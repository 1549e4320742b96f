// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Asked;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousLogInTest {
    private static final String USER = "USER anonymous\r\n";
    private static final String PASS = "PASS netgrade@example.invalid\r\n";
    private static final String QUIT = "QUIT\r\n";
    private static final List<Fact> LET_IN = List.of(
            FtpFacts.ANONYMOUS.complete(true), FtpFacts.LOGIN_PROTECTION.partial(List.of("anonymous-login-seen")));

    @Test
    void isLetInByAWord() {
        Asked asked = hears("220 Hi\r\n331 Send your address\r\n230 Welcome\r\n");

        assertThat(asked.sent()).isEqualTo(USER + PASS + QUIT);
        assertThat(asked.facts().all()).isEqualTo(LET_IN);
        assertThat(asked.progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void isLetInWithoutOne() {
        Asked asked = hears("120-Soon\r\n120 \r\n220 Hi\r\n230 Welcome\r\n");

        assertThat(asked.sent()).isEqualTo(USER + QUIT);
        assertThat(asked.facts().all()).isEqualTo(LET_IN);
    }

    @Test
    void isRefusedByNameOrByWord() {
        Asked byName = hears("220 Hi\r\n530 No\r\n");
        Asked byWord = hears("220 Hi\r\n331 Go on\r\n530 Login incorrect.\r\n");

        assertThat(byName.sent()).isEqualTo(USER + QUIT);
        assertThat(byWord.sent()).isEqualTo(USER + PASS + QUIT);
        assertThat(byName.facts().all()).containsExactly(FtpFacts.ANONYMOUS.complete(false));
        assertThat(byWord.facts().all()).containsExactly(FtpFacts.ANONYMOUS.complete(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "421 Later\r\n",
                "332 Account\r\n",
                "530 Non-anonymous sessions must use encryption.\r\n",
                "331 Go on\r\n331 Go on\r\n",
                "331 Go on\r\n421 Later\r\n"
            })
    void leavesItOpenWhereTheAnswerIsNone(String answer) {
        Asked asked = hears("220 Hi\r\n" + answer);

        assertThat(asked.facts().all()).isEmpty();
        assertThat(asked.sent()).endsWith(QUIT);
        assertThat(asked.progress()).isEqualTo(Progress.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 mx.example ESMTP Postfix\r\n", "SSH-2.0-x\r\n", "550 No\r\n"})
    void saysNoWordToWhatIsNotFtp(String greeting) {
        Asked asked = hears(greeting);

        assertThat(asked.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(asked.sent()).isEmpty();
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void readsByteByByteAndInEveryTruncation() {
        String whole = "220 Hi\r\n331 Go on\r\n230 Welcome\r\n";
        for (int length = 0; length < whole.length(); length++) {
            Asked cut = hears(whole.substring(0, length)).ends();

            assertThat(cut.progress()).as("first " + length).isEqualTo(Progress.CONTINUE);
            assertThat(cut.answered()).isEqualTo(length >= 8);
            assertThat(cut.facts().all()).isEmpty();
        }
        Asked asked = new Asked(new AnonymousLogIn()).hears(whole.getBytes(StandardCharsets.US_ASCII), 1);

        assertThat(asked.facts().all()).isEqualTo(LET_IN);
    }

    private static Asked hears(String text) {
        return new Asked(new AnonymousLogIn()).hears(text);
    }
}
