// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

class CaptureReaderFuzzTest {
    private static final int MOST_UNPACKED = 4 << 20;

    /** Whatever the bytes are, they are read or refused in one line; every frame lies within them. */
    @FuzzTest
    void readsOrRefusesAnything(byte[] bytes) throws IOException {
        long[] seen = new long[2];
        try {
            CaptureExtent extent = CaptureReader.read(
                    "fuzz", new ByteArrayInputStream(bytes), (frame, type, time, length, original, number) -> {
                        seen[0] = number;
                        seen[1] += frame.length();
                        assertThat(frame.length()).isEqualTo(length);
                    });
            assertThat(extent.packets()).isEqualTo(seen[0]);
            assertThat(extent.bytes()).isEqualTo(seen[1]);
            if (!Packing.open(new ByteArrayInputStream(bytes)).isPacked()) {
                assertThat(extent.bytes()).isLessThanOrEqualTo(bytes.length);
            }
            assertThat(extent.truncated() && extent.problem().isEmpty()).isFalse();
        } catch (NotACaptureException e) {
            assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContain("\n");
            assertThat(seen[0]).isZero();
        }
    }

    /** Whatever a packed stream is, it is unpacked or refused, with no other fault. */
    @FuzzTest
    void unpacksOrRefusesAnything(byte[] bytes) {
        long unpacked = 0;
        try (InputStream stream = Packing.open(new ByteArrayInputStream(bytes)).stream()) {
            byte[] some = new byte[5000];
            for (int read = 0; read >= 0 && unpacked < MOST_UNPACKED; unpacked += Math.max(read, 0)) {
                read = stream.read(some);
                assertThat(read).isNotZero();
            }
        } catch (IOException e) {
            assertThat(unpacked).isLessThan(MOST_UNPACKED + 5000);
        }
    }

    /** Whatever an LZ4 block is, what it unpacks to stays where it belongs. The first byte tells how much room there is. */
    @FuzzTest
    void unpacksAnyLz4BlockWithinItsBounds(byte[] bytes) {
        int history = 64;
        int room = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        byte[] out = new byte[history + 256 + 16];
        java.util.Arrays.fill(out, (byte) 7);
        try {
            int end = new Lz4Block(bytes, out).unpack(bytes.length, history, history + room);
            assertThat(end).isBetween(history, history + room);
        } catch (IOException e) {
            assertThat(e).hasMessage("damaged LZ4 data");
        }
        for (int i = 0; i < out.length; i++) {
            assertThat((i >= history && i < history + room) || out[i] == 7).isTrue();
        }
    }
}
