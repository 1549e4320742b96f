// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

class CaptureReaderFuzzTest {
    /** Whatever the bytes are, they are read or refused in one line; every frame lies within them. */
    @FuzzTest
    void readsOrRefusesAnything(byte[] bytes) {
        long[] seen = new long[2];
        try {
            CaptureExtent extent = CaptureReader.read(
                    "fuzz", new ByteArrayInputStream(bytes), (frame, type, time, length, original, number) -> {
                        seen[0] = number;
                        seen[1] += frame.length();
                        assertThat(frame.length()).isEqualTo(length);
                    });
            assertThat(extent.packets()).isEqualTo(seen[0]);
            assertThat(extent.bytes()).isEqualTo(seen[1]).isLessThanOrEqualTo(bytes.length);
            assertThat(extent.truncated() && extent.problem().isEmpty()).isFalse();
        } catch (NotACaptureException e) {
            assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContain("\n");
            assertThat(seen[0]).isZero();
        }
    }
}
