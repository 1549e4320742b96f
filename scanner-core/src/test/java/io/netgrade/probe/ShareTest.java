// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @Test
    void readsWhichOfHowMany() {
        assertThat(Share.parse("2/5")).isEqualTo(new Share(2, 5)).hasToString("2/5");
        assertThat(Share.parse("1/1")).isEqualTo(Share.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "2", "0/5", "6/5", "1/0", "-1/5", "2/5/1", "a/b", "1/99999999999", "1/1000001"})
    void refusesWhatIsNoPartOfAWhole(String written) {
        assertThatThrownBy(() -> Share.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write such as 2/5");
    }
}
