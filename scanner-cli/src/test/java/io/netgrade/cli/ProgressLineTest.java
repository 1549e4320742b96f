// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ReadingWatch.State;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void saysHowMuchIsReadAtWhatRateAndWhatIsLeft() {
        State state = new State("b.pcap", 600_000_000, 200_000_000, 100_000_000);

        assertThat(ProgressLine.line(state, 700_000_000, 2)).isEqualTo("300 of 700 MB, 150 MB/s, 3 s left: b.pcap");
    }

    @Test
    void promisesNothingOfAnInputWithoutASize() {
        assertThat(ProgressLine.line(new State("-", 0, 50_000_000, 0), 0, 2)).isEqualTo("50 MB, 25 MB/s: -");
    }

    @Test
    void aNameOfAFileCannotMoveTheCursor() {
        assertThat(ProgressLine.line(new State("a\u001b[2J\r\u202eb", 0, 0, 0), 0, 1))
                .endsWith(": a\\u001b[2J\\u000d\\u202eb");
    }
}
