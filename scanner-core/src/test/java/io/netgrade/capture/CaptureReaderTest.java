// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
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
        Path packedText = folder.resolve("notes.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packedText))) {
            out.write(FrameLog.class.getName().getBytes(StandardCharsets.US_ASCII));
        }

        refuses(
                text,
                "not a capture: its first bytes (byte 0) are 68656c6c where pcap or pcapng has its magic number; "
                        + "give a .pcap or .pcapng file");
        refuses(empty, "empty (0 bytes), not a capture; give a .pcap or .pcapng file");
        refuses(tiny, "2 bytes, not a capture; give a .pcap or .pcapng file");
        refuses(packed, "cannot be read or unpacked: it ends too early");
        refuses(
                packedText,
                "not a capture: its first bytes (byte 0 of what it unpacks to) are 696f2e6e where pcap or pcapng has "
                        + "its magic number; give a .pcap or .pcapng file");
        refuses(folder, "a directory, not a capture; name the captures in it");
        refuses(folder.resolve("none.pcap"), "no such file; check the name");
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> CaptureReader.read(file, log))
                .isInstanceOf(NotACaptureException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void readsTheSameFromAFileThroughASmallWindowAndFromAPipeThatDribbles() throws Exception {
        byte[] bytes = manyFrames();
        Path file = Files.write(folder.resolve("many.pcap"), bytes);
        FrameLog edges = new FrameLog();
        FrameLog dribbled = new FrameLog();

        CaptureExtent whole = CaptureReader.read(file, log);
        CaptureExtent small = CaptureReader.read(
                "many.pcap", new CaptureInput(new ByteArrayInputStream(bytes), 41), new FrameTally(edges));
        CaptureExtent piped =
                CaptureReader.read("many.pcap", new CaptureInput(new Dribble(bytes), 16), new FrameTally(dribbled));

        assertThat(log.lines).hasSize(200);
        assertThat(edges.lines).isEqualTo(log.lines);
        assertThat(dribbled.lines).isEqualTo(log.lines);
        assertThat(small).isEqualTo(whole);
        assertThat(piped).isEqualTo(whole);
    }

    @Test
    void readsANamedPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        boolean made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        assumeTrue(made, "skipped: mkfifo cannot make a named pipe here");
        byte[] bytes = manyFrames();
        Thread writer = new Thread(() -> {
            try {
                Files.write(pipe, bytes);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();

        CaptureExtent extent = CaptureReader.read(pipe, log);

        writer.join();
        assertThat(log.lines).hasSize(200);
        assertThat(extent.problem()).isEmpty();
    }

    @Test
    void readsAFileThatGrowsToItsEndAndSaysThatItGrew() throws Exception {
        byte[] bytes = manyFrames();
        Path file = Files.write(folder.resolve("growing.pcap"), bytes);
        byte[] more = Arrays.copyOfRange(bytes, 24, 24 + 16 + 16 + 1 + 7);
        FrameSink growing = (frame, linkType, time, captured, original, number) -> {
            log.frame(frame, linkType, time, captured, original, number);
            if (number == 200) {
                append(file, more);
            }
        };

        CaptureExtent extent = CaptureReader.read(file, growing);

        assertThat(log.lines)
                .as("two whole records more, and the beginning of a third")
                .hasSize(202);
        assertThat(extent.truncated()).isTrue();
        assertThat(extent.problem())
                .startsWith("cut off in the middle of the record that begins at byte " + (bytes.length + 33))
                .endsWith("the file grew from " + bytes.length + " to " + (bytes.length + more.length)
                        + " bytes while it was read; what came after the last whole record was not read");
    }

    private static void append(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void keepsWhatWasReadWhenItsThreadIsInterrupted() throws Exception {
        byte[] bytes = manyFrames();
        byte[] twoWindows = Arrays.copyOf(bytes, 1 << 19);
        int at = bytes.length;
        while (twoWindows.length - at > bytes.length) {
            System.arraycopy(bytes, 24, twoWindows, at, bytes.length - 24);
            at += bytes.length - 24;
        }
        Path file = Files.write(folder.resolve("long.pcap"), twoWindows);
        FrameSink interrupting = (frame, linkType, time, captured, original, number) -> {
            if (number == 7) {
                Thread.currentThread().interrupt();
            }
        };

        CaptureExtent extent = CaptureReader.read(file, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(extent.packets()).isGreaterThan(7);
        assertThat(extent.problem()).startsWith("reading failed near byte ").contains(": interrupted;");
    }

    @Test
    void tellsCapturesFromOtherFilesAndWhenTheyBegin() throws Exception {
        Path capture = Files.write(folder.resolve("a.pcap"), manyFrames());
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello, this is no capture");
        Path empty = Files.createFile(folder.resolve("empty"));
        Path none = folder.resolve("none");

        assertThat(CaptureReader.isCapture(capture)).isTrue();
        assertThat(CaptureReader.isCapture(text)).isFalse();
        assertThat(CaptureReader.isCapture(empty)).isFalse();
        assertThatThrownBy(() -> CaptureReader.isCapture(none)).isInstanceOf(IOException.class);
        assertThat(CaptureReader.firstTime(capture)).contains(Instant.EPOCH);
        assertThat(CaptureReader.firstTime(text)).isEmpty();
        assertThat(CaptureReader.firstTime(none)).isEmpty();
    }

    private static byte[] manyFrames() {
        CaptureBytes bytes = CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, 1);
        for (int i = 0; i < 200; i++) {
            byte[] frame = new byte[i];
            Arrays.fill(frame, (byte) i);
            bytes.record(i, i, i, frame);
        }
        return bytes.bytes();
    }

    @Test
    void readsBeyondFourGigabytes() throws Exception {
        Path file = folder.resolve("huge.pcapng");
        CaptureBytes head = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .section(ByteOrder.BIG_ENDIAN)
                .interfaceOf(1, 0, 9);
        int length = 16 << 20;
        long at = head.size();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(head.bytes()), 0);
            while (at < 0x1_0100_0000L) {
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
        log.lines.clear();

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
            if (length > 0) {
                to[from] = (byte) read();
            }
            return Math.min(length, 1);
        }
    }
}
