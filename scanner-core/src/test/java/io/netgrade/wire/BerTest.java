// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BerTest {

    @ParameterizedTest
    @CsvSource({
        "020100, 0",
        "02017f, 127",
        "020180, -128",
        "02020080, 128",
        "0204ffffffff, -1",
        "02050080000000, 2147483648"
    })
    void readsSignedNumbers(String hexadecimal, long number) {
        ByteView view = view(hexadecimal);

        assertThat(Ber.integer(view, Ber.span(view, Ber.INTEGER, 0, view.length()), 99))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0200", "0206000000000001"})
    void refusesNumbersThatSnmpNeverNeeds(String hexadecimal) {
        ByteView view = view(hexadecimal);

        assertThat(Ber.integer(view, Ber.span(view, Ber.INTEGER, 0, view.length()), 99))
                .isEqualTo(99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "04",
                "0402aa",
                "0481",
                "048102aa",
                "0484ffffffffaa",
                "0480aa0000",
                "0485000000000100",
                "04ff"
            })
    void refusesLengthsThatTheBytesDoNotHold(String hexadecimal) {
        ByteView view = view(hexadecimal);

        assertThat(Ber.span(view, Ber.OCTET_STRING, 0, view.length())).isEqualTo(Ber.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0401aa", "048101aa", "04820001aa", "0483000001aa", "048400000001aa"})
    void readsEveryFormOfALength(String hexadecimal) {
        ByteView view = view(hexadecimal);
        long span = Ber.span(view, Ber.OCTET_STRING, 0, view.length());

        assertThat(Ber.length(span)).isEqualTo(1);
        assertThat(view.u8(Ber.start(span))).isEqualTo(0xAA);
        assertThat(Ber.end(span)).isEqualTo(view.length());
    }

    @Test
    void staysNoneOnceNone() {
        ByteView view = view("0401aa");

        assertThat(Ber.span(view, Ber.OCTET_STRING, Ber.end(Ber.NONE), view.length()))
                .isEqualTo(Ber.NONE);
        assertThat(Ber.span(view, Ber.OCTET_STRING, 0, Ber.end(Ber.NONE))).isEqualTo(Ber.NONE);
    }

    private static ByteView view(String hexadecimal) {
        return ByteView.of(HexFormat.of().parseHex(hexadecimal));
    }
}
