// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XxHash32Test {
    @Test
    void givesTheKnownHashesOfKnownTexts() {
        assertThat(hash("")).isEqualTo(0x02CC5D05);
        assertThat(hash("a")).isEqualTo(0x550D7456);
        assertThat(hash("abc")).isEqualTo(0x32D153FF);
        assertThat(hash("Nobody inspects the spammish repetition")).isEqualTo(0xE2293B2F);
    }

    @Test
    void givesTheSameHoweverTheBytesArePartedAndAfterAReset() {
        Random random = new Random(1);
        byte[] bytes = new byte[1000];
        random.nextBytes(bytes);
        int whole = Lz4Bytes.hash(bytes);
        XxHash32 hash = new XxHash32();
        for (int round = 0; round < 100; round++) {
            hash.reset();
            int at = 0;
            while (at < bytes.length) {
                int count = Math.min(random.nextInt(50), bytes.length - at);
                hash.update(bytes, at, count);
                at += count;
            }
            assertThat(hash.value()).isEqualTo(whole);
        }
    }

    private static int hash(String text) {
        return Lz4Bytes.hash(text.getBytes(StandardCharsets.US_ASCII));
    }
}
