// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words WORDS = Words.of("EHLO ", "quit\r\n");

    @Test
    void findsAWordInEitherCase() {
        assertThat(WORDS.at(view("ehlo there"), 0)).isTrue();
        assertThat(WORDS.at(view("EhLo there"), 0)).isTrue();
        assertThat(WORDS.at(view("xQUIT\r\n"), 1)).isTrue();
    }

    @Test
    void takesNoOtherMarkForALetter() {
        // 0x5B to 0x60 lie between the letters; '@' and '`' differ in one bit.
        assertThat(WORDS.at(view("EHL/ "), 0)).isFalse();
        assertThat(Words.of("`").at(view("@"), 0)).isFalse();
    }

    @Test
    void findsNothingOutsideTheWindow() {
        assertThat(WORDS.at(view("ehlo"), 0)).isFalse();
        assertThat(WORDS.at(view("ehlo "), -1)).isFalse();
        assertThat(WORDS.at(view("ehlo "), 9)).isFalse();
    }

    @Test
    void saysWhatMayBecomeAWord() {
        assertThat(WORDS.mayBegin(view("EH"))).isTrue();
        assertThat(WORDS.mayBegin(view("qui"))).isTrue();
        assertThat(WORDS.mayBegin(view("ehlo "))).isFalse();
        assertThat(WORDS.mayBegin(view("ehx"))).isFalse();
    }

    @Test
    void looksForAWordUpToAPlaceOnly() {
        assertThat(WORDS.within(view("aaaehlo "), 0, 4)).isTrue();
        assertThat(WORDS.within(view("aaaehlo "), 0, 3)).isFalse();
        assertThat(WORDS.within(view("aaaehlo "), 4, 100)).isFalse();
    }

    @Test
    void readsNumbersInLittleEndianOrder() {
        ByteView bytes = ByteView.of(new byte[] {(byte) 0xFE, 1, 2, (byte) 0x83});
        ByteCursor cursor = ByteCursor.of(bytes);

        assertThat(bytes.u16le(0)).isEqualTo(0x01FE);
        assertThat(bytes.u32le(0)).isEqualTo(0x8302_01FEL);
        assertThat(cursor.u16le()).isEqualTo(0x01FE);
        assertThat(cursor.u32le()).isZero();
        assertThat(cursor.intact()).isFalse();
    }

    private static ByteView view(String text) {
        return ByteView.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
