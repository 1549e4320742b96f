// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapngWriterTest {
    @TempDir
    private Path folder;

    private final FrameLog log = new FrameLog();

    @Test
    void writesWhatTheReaderReads() throws Exception {
        Path file = folder.resolve("written.pcapng");
        FrameLog expected = new FrameLog();
        try (PcapngWriter writer = PcapngWriter.to(file)) {
            for (int i = 1; i <= 300; i++) {
                ByteView frame = ByteView.of(new byte[i * 7]);
                int linkType = i % 3 == 0 ? 276 : 1;
                expected.frame(frame, linkType, 1_700_000_000_123_456_789L + i, i * 7, i * 8L, i);
                writer.frame(frame, linkType, 1_700_000_000_123_456_789L + i, i * 7, i * 8L, i);
            }
            writer.writeDropped(1, 5, 42);
        }

        CaptureExtent extent = CaptureReader.read(file, log);

        assertThat(log.lines).isEqualTo(expected.lines);
        assertThat(extent.dropped()).isEqualTo(42);
        assertThat(extent.problem()).isEmpty();
    }

    @Test
    void writesAFrameLongerThanItsBuffer() throws Exception {
        Path file = folder.resolve("long.pcapng");
        try (PcapngWriter writer = PcapngWriter.to(file)) {
            writer.write(ByteView.of(new byte[200_001]), 1, 1, 200_001);
            writer.write(ByteView.of(new byte[1]), 1, 2, 1);
        }

        assertThat(CaptureReader.read(file, log).bytes()).isEqualTo(200_002);
    }
}
