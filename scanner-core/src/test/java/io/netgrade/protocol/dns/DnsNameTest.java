// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {

    @Test
    void readsLabelsAndTheRoot() {
        assertThat(DnsName.text(view("03777777076578616d706c6500"), 0)).isEqualTo("www.example.");
        assertThat(DnsName.text(view("00"), 0)).isEqualTo(".");
    }

    @Test
    void followsAPointerBackwards() {
        ByteView view = view("036f726700" + "03777777c000");

        assertThat(DnsName.text(view, 5)).isEqualTo("www.org.");
        assertThat(DnsName.end(view, 5)).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c000", "0161c000", "c002c000", "c00500", "ff", "c0"})
    void goesInNoCircleAndNotForward(String hexadecimal) {
        assertThat(DnsName.text(view(hexadecimal), 0)).isEmpty();
    }

    @Test
    void endsAChainOfPointersThatLeadIntoEachOther() {
        StringBuilder chain = new StringBuilder("0161");
        for (int at = 2; at < 2000; at += 2) {
            chain.append(HexFormat.of().toHexDigits((short) (0xC000 | (at - 2))));
        }
        assertThat(DnsName.text(view(chain.toString()), 1998)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3f6162", "40616200", "036162", "0361626380"})
    void refusesLabelsThatTheBytesDoNotHold(String hexadecimal) {
        ByteView view = view(hexadecimal);

        assertThat(DnsName.plainEnd(view, 0)).isEqualTo(-1);
        assertThat(DnsName.text(view, 0)).isEmpty();
    }

    @Test
    void refusesANameOfMoreThan255Octets() {
        ByteView longest = view(("3f" + "61".repeat(63)).repeat(3) + "3d" + "61".repeat(61) + "00");
        ByteView longer = view(("3f" + "61".repeat(63)).repeat(4) + "00");

        assertThat(DnsName.plainEnd(longest, 0)).isEqualTo(255);
        assertThat(DnsName.plainEnd(longer, 0)).isEqualTo(-1);
        assertThat(DnsName.end(longer, 0)).isEqualTo(-1);
    }

    @Test
    void comparesInEitherCase() {
        assertThat(DnsName.equal(view("0756455253494f4e0462696e6400"), 0, DnsName.wire("version.bind")))
                .isTrue();
        assertThat(DnsName.equal(view("0756455253494f4e"), 0, DnsName.wire("version.bind")))
                .isFalse();
    }

    private static ByteView view(String hexadecimal) {
        return ByteView.of(HexFormat.of().parseHex(hexadecimal));
    }
}
