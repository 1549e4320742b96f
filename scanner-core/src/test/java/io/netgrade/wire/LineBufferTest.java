// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineBufferTest {
    private final LineBuffer line = new LineBuffer(8);

    @Test
    void waitsForTheEndOfTheLine() {
        assertThat(line.take(view("220 "), 0)).isEqualTo(4);
        assertThat(line.whole()).isFalse();

        assertThat(line.take(view("hi\r\nmore"), 0)).isEqualTo(4);

        assertThat(line.whole()).isTrue();
        assertThat(line.text()).isEqualTo("220 hi");
    }

    @Test
    void beginsTheNextLineAfterAWholeOne() {
        ByteView bytes = view("one\ntwo\n");

        int taken = line.take(bytes, 0);
        assertThat(line.text()).isEqualTo("one");
        line.take(bytes, taken);

        assertThat(line.text()).isEqualTo("two");
    }

    @Test
    void cutsALineOverItsLimitAndSaysSo() {
        line.take(view("123456789\n"), 0);

        assertThat(line.whole()).isTrue();
        assertThat(line.cut()).isTrue();
        assertThat(line.text()).isEqualTo("12345678");
    }

    @Test
    void readsAnEmptyLine() {
        line.take(view("\r\n"), 0);

        assertThat(line.whole()).isTrue();
        assertThat(line.cut()).isFalse();
        assertThat(line.text()).isEmpty();
    }

    @Test
    void keepsBytesThatAreNotAscii() {
        line.take(view("\u00ff\u0080\n"), 0);

        assertThat(line.text()).isEqualTo("\u00ff\u0080");
    }

    @Test
    void isEmptyUntilTheFirstByteOfALine() {
        assertThat(line.empty()).isTrue();

        line.take(view("x"), 0);

        assertThat(line.empty()).isFalse();
    }

    private static ByteView view(String text) {
        return ByteView.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
