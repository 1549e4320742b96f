// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class OracleTnsQuestionTest {
    private static final Protocol ORACLE = OracleTnsProtocol.protocol();
    /** A refusal: two reasons, the length of the text, and the text. */
    private static String refusal(String text) {
        int length = 12 + text.length();
        return "\0" + (char) length + "\0\0\4\0\0\0" + "\"\0" + "\0" + (char) text.length() + text;
    }

    @Test
    void asksAsTnspingDoes() {
        Asked asked = Asked.first(ORACLE).hears(refusal("(DESCRIPTION=(VSNNUM=318767104)(ERR=0))"));

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent())
                .hasSize(58 + 29)
                .startsWith("\0W\0\0\1\0\0\0\1:\1,")
                .endsWith("(CONNECT_DATA=(COMMAND=ping))");
        assertThat(asked.facts().all()).contains(OracleTnsFacts.SERVICE.partial("refused", null));
        assertThat(asked.facts().of(CommonFacts.SOFTWARE))
                .singleElement()
                .satisfies(fact -> assertThat(fact.text("version")).contains("19.0.0"));
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(ORACLE).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(ORACLE).hears("\0\20\0\0\7\0\0\0\0\0\0\0").progress())
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void aCutRefusalIsNoAnswer() {
        assertThat(Asked.first(ORACLE)
                        .hears(refusal("(DESCRIPTION=(ERR=0))").substring(0, 9))
                        .ends()
                        .answered())
                .isFalse();
    }

    @Test
    void saysItOnceMoreWhereThatIsWanted() {
        Asked asked = Asked.first(ORACLE).hears("\0\10\0\0\13\0\0\0").hears(refusal("(DESCRIPTION=(ERR=0))"));

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).hasSize(2 * (58 + 29));
        assertThat(asked.facts().all()).contains(OracleTnsFacts.SERVICE.partial("refused", null));
    }

    @Test
    void takesAnAcceptWithDataAndNoReleaseOfZeros() {
        String text = "(DESCRIPTION=(TMP=)(VSNNUM=169869568)(ERR=0))";
        String accept = "\0\105\0\0\2\0\0\0\1:\0\0\10\0\177\377\1\0\0\55\0\30\15\1" + text;

        assertThat(Asked.first(ORACLE).hears(accept).facts().all())
                .containsExactly(OracleTnsFacts.SERVICE.partial("accepted", 314));
        assertThat(Asked.first(ORACLE)
                        .hears(accept.replace("\55\0\30", "\54\0\30"))
                        .progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(ORACLE)
                        .hears(refusal("(DESCRIPTION=(VSNNUM=0)(ERR=0))"))
                        .facts()
                        .of(CommonFacts.SOFTWARE))
                .isEmpty();
    }
}
