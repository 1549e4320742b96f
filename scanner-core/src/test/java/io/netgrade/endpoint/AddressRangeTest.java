// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 1",
        "192.0.2.0/24, 192.0.2.0-192.0.2.255, 256",
        "192.0.2.77/30, 192.0.2.76-192.0.2.79, 4",
        "0.0.0.0/0, 0.0.0.0-255.255.255.255, 4294967296",
        "192.0.2.1-192.0.2.9, 192.0.2.1-192.0.2.9, 9",
        "192.0.2.1-9, 192.0.2.1-192.0.2.9, 9",
        "192.0.2.250-192.0.3.2, 192.0.2.250-192.0.3.2, 9",
        "2001:db8::1, 2001:db8::1, 1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1, 1",
        "2001:db8::/64, 2001:db8::-2001:db8::ffff:ffff:ffff:ffff, 18446744073709551616",
        "2001:db8::1-ff, 2001:db8::1-2001:db8::ff, 255",
        "2001:db8::1-2001:db8::ff, 2001:db8::1-2001:db8::ff, 255",
        "::, ::, 1",
        "1::, 1::, 1",
        "64:ff9b::192.0.2.1, 64:ff9b::c000:201, 1",
        "::ffff:192.0.2.1, 192.0.2.1, 1"
    })
    void readsEveryForm(String written, String text, BigInteger size) {
        AddressRange range = AddressRange.of(written);

        assertThat(range).hasToString(text);
        assertThat(range.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.01",
                "192.0.2.1.",
                "٣.0.2.1",
                "192.0.2.0/33",
                "192.0.2.0/",
                "192.0.2.0/-1",
                "192.0.2.9-1",
                "192.0.2.1-256",
                "192.0.2.1-2001:db8::1",
                "192.0.2.1-",
                "fe80::1%eth0",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                ":::",
                "1:2:3:4:5:6:7::8:9",
                "12345::",
                "1.2.3.4::",
                "::1.2.3",
                "2001:db8::/129"
            })
    void refusesWhatIsNoRangeAndNamesIt(String written) {
        assertThatThrownBy(() -> AddressRange.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(written.isEmpty() ? "''" : written.split("[-/]")[0]);
    }

    @Test
    void containsItsEndsAndNothingBeyond() {
        AddressRange range = AddressRange.of("192.0.2.10-20");

        assertThat(range.contains(address("192.0.2.10"))).isTrue();
        assertThat(range.contains(address("192.0.2.20"))).isTrue();
        assertThat(range.contains(address("192.0.2.9"))).isFalse();
        assertThat(range.contains(address("192.0.2.21"))).isFalse();
        assertThat(range.contains(address("2001:db8::1"))).isFalse();
    }

    @Test
    void iteratesEveryAddressInOrder() {
        AddressRange range = AddressRange.of("192.0.2.254-192.0.3.1");

        assertThat(StreamSupport.stream(range.spliterator(), false).map(Endpoint::text))
                .containsExactly("192.0.2.254", "192.0.2.255", "192.0.3.0", "192.0.3.1");
        assertThat(Endpoint.text(range.at(2))).isEqualTo("192.0.3.0");
        assertThatThrownBy(() -> range.at(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    static InetAddress address(String text) {
        return LiteralAddress.read(text).orElseThrow();
    }
}
