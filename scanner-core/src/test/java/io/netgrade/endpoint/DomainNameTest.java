// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    @ParameterizedTest
    @CsvSource({
        ".,.,00",
        "Lab.Example.,lab.example,036c6162076578616d706c6500",
        "0/26.2.0.192.in-addr.arpa,0/26.2.0.192.in-addr.arpa,04302f323601320130033139320769"
                + "6e2d61646472046172706100",
        "b\u00fccher.example,xn--bcher-kva.example,0d786e2d2d62636865722d6b7661076578616d706c6500"
    })
    void readsNames(String written, String text, String wire) {
        DomainName name = DomainName.of(written);

        assertThat(name).hasToString(text);
        assertThat(HexFormat.of().formatHex(name.wire())).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a..b", ".a", "-a.example", "a-.example", "a b.example", "a\u0000.example"})
    void refusesWhatIsNone(String written) {
        assertThatThrownBy(() -> DomainName.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + written + "\" is not a domain name");
    }

    @Test
    void hasAsManyOctetsAsAMessageTakes() {
        String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);

        assertThat(DomainName.of(longest).wire()).hasSize(255);
        assertThatThrownBy(() -> DomainName.of(longest + "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DomainName.of("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}
