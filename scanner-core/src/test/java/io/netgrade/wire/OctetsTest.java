// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OctetsTest {
    @Test
    void holdsWhatItIsMadeOf() {
        assertThat(members(Octets.of(0, 0x80, 0xFF))).containsExactly(0, 0x80, 0xFF);
        assertThat(members(Octets.between(0xFE, 0xFF))).containsExactly(0xFE, 0xFF);
        assertThat(members(Octets.between(7, 7))).containsExactly(7);
        assertThat(members(Octets.where(octet -> octet >> 6 == 2))).hasSize(64).startsWith(0x80);
        assertThat(members(Octets.in("<\r"))).containsExactly('\r', '<');
        assertThat(members(Octets.ANY)).hasSize(256);
        assertThat(members(Octets.NONE)).isEmpty();
    }

    @Test
    void takesLettersInEitherCaseAndLeavesTheRest() {
        assertThat(members(Octets.inEitherCase("aZ[:"))).containsExactly(':', 'A', 'Z', '[', 'a', 'z');
    }

    @Test
    void joinsTwoSetsAndLeavesBothAsTheyWere() {
        Octets one = Octets.of(1);
        Octets two = Octets.of(2);

        assertThat(members(one.or(two))).containsExactly(1, 2);
        assertThat(members(one)).containsExactly(1);
        assertThat(members(two)).containsExactly(2);
    }

    @Test
    void wordsBeginInEitherCase() {
        assertThat(members(Words.of("stat", "@rsyncd").beginnings())).containsExactly('@', 'S', 's');
    }

    private static int[] members(Octets octets) {
        return IntStream.range(0, 256).filter(octets::has).toArray();
    }
}
