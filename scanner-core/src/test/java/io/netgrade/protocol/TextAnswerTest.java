// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import org.junit.jupiter.api.Test;

class TextAnswerTest {
    @Test
    void aLineEndsWithItsLineFeed() {
        assertThat(TextAnswer.line(bytes("+OK\r\nmore"))).isEqualTo(5);
        assertThat(TextAnswer.line(bytes("+OK\r"))).isEqualTo(MessageGrammar.UNKNOWN);
        assertThat(TextAnswer.line(bytes("x".repeat(5000)))).isEqualTo(MessageGrammar.BROKEN);
    }

    @Test
    void aNumberedAnswerEndsWithTheCodeThatNoHyphenFollows() {
        assertThat(TextAnswer.numbered(bytes("250-one\r\n250-two\r\n250 end\r\nmore")))
                .isEqualTo(27);
        assertThat(TextAnswer.numbered(bytes("250\r\n"))).isEqualTo(5);
        assertThat(TextAnswer.numbered(bytes("250-one\r\n250"))).isEqualTo(MessageGrammar.UNKNOWN);
        assertThat(TextAnswer.numbered(bytes("25"))).isEqualTo(MessageGrammar.UNKNOWN);
    }

    @Test
    void whatNoNumberBeginsIsNoNumberedAnswer() {
        assertThat(TextAnswer.numbered(bytes("SSH-2.0-x\r\n"))).isEqualTo(MessageGrammar.BROKEN);
        assertThat(TextAnswer.numbered(bytes("22x"))).isEqualTo(MessageGrammar.BROKEN);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        String endless = "250-more\r\n".repeat(4000);

        assertThat(TextAnswer.numbered(bytes(endless))).isEqualTo(MessageGrammar.BROKEN);
        assertThat(TextAnswer.dotted(bytes("+OK\r\n" + endless), "+OK")).isEqualTo(MessageGrammar.BROKEN);
        assertThat(TextAnswer.tagged(bytes("* " + endless), "a1")).isEqualTo(MessageGrammar.BROKEN);
    }

    @Test
    void aListingEndsWithADotAlone() {
        assertThat(TextAnswer.dotted(bytes("+OK\r\nUSER\r\n.hidden\r\n..\r\n.\r\nmore"), "+OK"))
                .isEqualTo(27);
        assertThat(TextAnswer.dotted(bytes("+OK\n.\nmore"), "+OK")).isEqualTo(6);
        assertThat(TextAnswer.dotted(bytes("+OK\r\nUSER\r\n."), "+OK")).isEqualTo(MessageGrammar.UNKNOWN);
    }

    @Test
    void aRefusalHasNoListing() {
        assertThat(TextAnswer.dotted(bytes("-ERR no\r\n"), "+OK")).isEqualTo(9);
        assertThat(TextAnswer.dotted(bytes("\n"), "+OK")).isEqualTo(1);
    }

    @Test
    void aTaggedAnswerEndsWithTheLineOfTheTag() {
        assertThat(TextAnswer.tagged(bytes("* CAPABILITY X\r\na1 OK\r\nmore"), "a1"))
                .isEqualTo(23);
        assertThat(TextAnswer.tagged(bytes("* a1 OK\r\na10 OK\r\n"), "a1")).isEqualTo(MessageGrammar.UNKNOWN);
    }

    private static ByteView bytes(String text) {
        return ByteView.of(text.getBytes(ISO_8859_1));
    }
}
