// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureReaderTest {
    @TempDir
    private Path folder;

    private final FrameLog log = new FrameLog();

    @Test
    void refusesWhatIsNoCaptureInOneLineThatSaysWhatWhereAndWhatToDo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello, this is no capture");
        Path empty = Files.createFile(folder.resolve("empty.pcap"));
        Path tiny = Files.writeString(folder.resolve("tiny.pcap"), "ab");
        Path packed = Files.write(folder.resolve("x.pcap.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0});

        refuses(
                text,
                "not a capture: its first bytes (byte 0) are 68656c6c where pcap or pcapng has its magic number; "
                        + "give a .pcap or .pcapng file");
        refuses(empty, "empty (0 bytes), not a capture; give a .pcap or .pcapng file");
        refuses(tiny, "2 bytes, not a capture; give a .pcap or .pcapng file");
        refuses(packed, "compressed, not a capture as it stands (byte 0); unpack it first");
        refuses(folder, "a directory, not a capture; name the captures in it");
        refuses(folder.resolve("none.pcap"), "no such file; check the name");
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> CaptureReader.read(file, log))
                .isInstanceOf(NotACaptureException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void readsTheSameThroughTheMapTheWindowsEdgeAndAPipeThatDribbles() throws Exception {
        byte[] bytes = manyFrames();
        Path file = Files.write(folder.resolve("many.pcap"), bytes);
        FrameLog mapped = new FrameLog();
        FrameLog edges = new FrameLog();
        FrameLog dribbled = new FrameLog();

        CaptureExtent whole = CaptureReader.read(file, mapped);
        CaptureExtent small;
        try (MappedInput input = new MappedInput(FileChannel.open(file), 41)) {
            small = CaptureReader.read("many.pcap", input, edges);
        }
        CaptureExtent piped;
        try (StreamInput input = new StreamInput(Channels.newChannel(new Dribble(bytes)), 16)) {
            piped = CaptureReader.read("many.pcap", input, dribbled);
        }

        assertThat(mapped.lines).hasSize(200);
        assertThat(edges.lines).isEqualTo(mapped.lines);
        assertThat(dribbled.lines).isEqualTo(mapped.lines);
        assertThat(small).isEqualTo(whole);
        assertThat(piped).isEqualTo(whole);
    }

    private static byte[] manyFrames() {
        CaptureBytes bytes = CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, 1);
        for (int i = 0; i < 200; i++) {
            byte[] frame = new byte[i];
            java.util.Arrays.fill(frame, (byte) i);
            bytes.record(i, i, i, frame);
        }
        return bytes.bytes();
    }

    @Test
    void readsBeyondTwoGigabytes() throws Exception {
        Path file = folder.resolve("huge.pcapng");
        CaptureBytes head = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .section(ByteOrder.BIG_ENDIAN)
                .interfaceOf(1, 0, 9);
        int length = 16 << 20;
        long at = head.size();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(head.bytes()), 0);
            while (at < 0x9000_0000L) {
                channel.write(
                        ByteBuffer.allocate(8).putInt(0xBAD).putInt(length).flip(), at);
                channel.write(ByteBuffer.allocate(4).putInt(length).flip(), at + length - 4);
                at += length;
            }
            byte[] last = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                    .enhanced(0, 3, 1, (byte) 5)
                    .bytes();
            channel.write(ByteBuffer.wrap(last), at);
            channel.write(ByteBuffer.wrap(last, 0, 9), at + last.length);
        }

        CaptureExtent extent = CaptureReader.read(file, log);

        assertThat(log.lines).containsExactly("1 link 1 at 3 1/1 05");
        assertThat(extent.problem()).contains("begins at byte " + (at + 36) + ";");
    }

    @Test
    void keepsWhatWasReadWhenTheDiskFails() throws Exception {
        byte[] bytes = manyFrames();
        InputStream failing = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                int count = super.read(to, at, Math.min(length, 100));
                if (pos > 400) {
                    throw new java.io.UncheckedIOException(new IOException("disk on fire"));
                }
                return count;
            }
        };

        assertThatThrownBy(() -> CaptureReader.read("x", failing, log)).hasMessageContaining("disk on fire");
        assertThat(log.lines).isEmpty();

        CaptureExtent extent = CaptureReader.read("x", new Failing(bytes), log);

        assertThat(log.lines).isNotEmpty();
        assertThat(extent.packets()).isEqualTo(log.lines.size());
        assertThat(extent.problem()).startsWith("reading failed near byte ").contains("disk on fire");
    }

    /** One byte at a time. */
    private static final class Dribble extends ByteArrayInputStream {
        Dribble(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] to, int at, int length) {
            return super.read(to, at, Math.min(length, 1));
        }
    }

    /** A few hundred bytes, then an error. */
    private static final class Failing extends InputStream {
        private final byte[] bytes;
        private int at;

        Failing(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            if (at == 400) {
                throw new IOException("disk on fire");
            }
            return bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            to[from] = (byte) read();
            return 1;
        }
    }
}
