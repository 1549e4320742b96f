// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSetTest {
    @Test
    void readsPortsAndRangesEachOnceAndInOrder() {
        PortSet ports = PortSet.of("8000-8003, 22,80,8002-8004,81");

        assertThat(ports).hasToString("22,80-81,8000-8004");
        assertThat(ports.size()).isEqualTo(8);
        assertThat(ports.stream().boxed().toList()).isEqualTo(List.of(22, 80, 81, 8000, 8001, 8002, 8003, 8004));
        assertThat(ports.at(0)).isEqualTo(22);
        assertThat(ports.at(7)).isEqualTo(8004);
        assertThat(ports.contains(8004)).isTrue();
        assertThat(ports.contains(8005)).isFalse();
    }

    @Test
    void holdsTheHighestAndTheLowestPort() {
        assertThat(PortSet.of("1,65535")).isEqualTo(PortSet.of(1, 65535));
        assertThat(PortSet.ALL.size()).isEqualTo(65535);
        assertThat(PortSet.NONE.isEmpty()).isTrue();
    }

    @Test
    void sharesWhatBothHave() {
        assertThat(PortSet.of("1-10,20,30-40").shared(PortSet.of("5-20,35,41"))).hasToString("5-10,20,35");
        assertThat(PortSet.of("22").shared(PortSet.of("23"))).isEqualTo(PortSet.NONE);
        assertThat(PortSet.range(22, 23)).isEqualTo(PortSet.of(22, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "22,", "-", "22-", "ssh", "30-20", "99999999999", "٣"})
    void refusesWhatIsNoPortAndNamesIt(String written) {
        assertThatThrownBy(() -> PortSet.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ports '" + written + "'");
    }
}
