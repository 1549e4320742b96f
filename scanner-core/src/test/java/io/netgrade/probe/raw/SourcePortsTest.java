// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class SourcePortsTest {
    private final BitSet taken = new BitSet();

    @Test
    void theHighestRangeThatIsFreeIsTaken() throws Exception {
        taken.set(32_768, 61_000);
        assertThat(SourcePorts.free(taken)).isEqualTo(new SourcePorts(0x10000 - 256, 256));

        taken.set(65_400);
        assertThat(SourcePorts.free(taken)).isEqualTo(new SourcePorts(65_144, 256));
    }

    @Test
    void whereTheSystemHasTheHighOnesALowerRangeIsTaken() throws Exception {
        taken.set(20_000, 0x10000);
        assertThat(SourcePorts.free(taken).last()).isEqualTo(19_999);
    }

    @Test
    void whereNoneIsFreeItSaysSo() {
        taken.set(1_024, 0x10000);
        assertThatThrownBy(() -> SourcePorts.free(taken))
                .isInstanceOf(RawSocketException.class)
                .hasMessageContaining("ip_local_port_range");
    }
}
