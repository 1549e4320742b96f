// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.redis.RespToken.Fit;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespTokenTest {
    private final RespToken token = new RespToken();

    @Test
    void readsABulkWithItsBody() {
        assertThat(wrap("$3\r\nabc\r\n+OK")).isEqualTo(Fit.WHOLE);
        assertThat(token.textAt()).isEqualTo(4);
        assertThat(token.textLength()).isEqualTo(3);
        assertThat(token.length()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$3\r\nabc\r\n", "+OK\r\n", "*3\r\n", ":12\r\n", "%2\r\n", "=7\r\ntxt:abc\r\n", "_\r\n"})
    void waitsForTheWhole(String text) {
        for (int length = 0; length < text.length(); length++) {
            assertThat(wrap(text.substring(0, length))).isEqualTo(Fit.SHORT);
        }
        assertThat(wrap(text)).isEqualTo(Fit.WHOLE);
        assertThat(token.length()).isEqualTo(text.length());
    }

    @Test
    void doesNotWaitForABodyOverTheLimit() {
        assertThat(wrap("$536870912\r\n")).isEqualTo(Fit.WHOLE);
        assertThat(token.surplus()).isEqualTo(536_870_914L);
        assertThat(token.hasText()).isFalse();
    }

    @Test
    void countsBothSidesOfAMap() {
        assertThat(wrap("%7\r\n")).isEqualTo(Fit.WHOLE);
        assertThat(token.number()).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2147483648\r\n",
                "*2147483647\r\n",
                "$-2\r\n",
                "%-1\r\n",
                "$\r\n",
                "$1x\r\n",
                "*99999999999999999999",
                "hello\r\n",
                "+OK\n",
                "$3\r\nabcde",
                "$0\r\nab"
            })
    void refusesWhatBreaksTheGrammar(String text) {
        assertThat(wrap(text)).isEqualTo(Fit.BROKEN);
    }

    @Test
    void refusesALineWithoutAnEnd() {
        assertThat(wrap("+" + "a".repeat(4096))).isEqualTo(Fit.SHORT);
        assertThat(wrap("+" + "a".repeat(4099))).isEqualTo(Fit.BROKEN);
    }

    private Fit wrap(String text) {
        return token.wrap(ByteView.of(text.getBytes(StandardCharsets.US_ASCII)), 512);
    }
}
