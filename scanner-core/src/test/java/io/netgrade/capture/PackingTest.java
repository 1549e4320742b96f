// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PackingTest {
    @TempDir
    private Path folder;

    private final FrameLog log = new FrameLog();

    /** Packs what is written to it. */
    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static Map<String, byte[]> packed(byte[] bytes) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("gzip", pack(bytes, GZIPOutputStream::new));
        all.put("zstd", pack(bytes, out -> new ZstdOutputStream(out).setChecksum(true)));
        all.put("xz", pack(bytes, out -> new XZOutputStream(out, new LZMA2Options(1))));
        all.put("lz4", Lz4Bytes.frame(bytes, 1000));
        return all;
    }

    private static byte[] pack(byte[] bytes, Packer packer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = packer.over(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void readsTheSameHoweverACaptureIsPacked() throws Exception {
        byte[] bytes = manyFrames();
        CaptureExtent plain = CaptureReader.read("x", new ByteArrayInputStream(bytes), log);
        assertThat(log.lines).hasSize(1000);

        for (Map.Entry<String, byte[]> one : packed(bytes).entrySet()) {
            FrameLog unpacked = new FrameLog();
            CaptureExtent extent = CaptureReader.read("x", new ByteArrayInputStream(one.getValue()), unpacked);

            assertThat(unpacked.lines).as(one.getKey()).isEqualTo(log.lines);
            assertThat(extent).as(one.getKey()).isEqualTo(plain);
            assertThat(one.getValue().length).as(one.getKey()).isNotEqualTo(bytes.length);
        }
    }

    @Test
    void readsStreamsThatWerePackedOneAfterAnotherAlsoFromAPipeThatRunsDry() throws Exception {
        byte[] bytes = manyFrames();
        CaptureReader.read("x", new ByteArrayInputStream(bytes), log);
        byte[] first = Arrays.copyOf(bytes, bytes.length / 2);
        byte[] second = Arrays.copyOfRange(bytes, first.length, bytes.length);

        for (String name : packed(first).keySet()) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(packed(first).get(name));
            both.writeBytes(packed(second).get(name));
            FrameLog unpacked = new FrameLog();
            InputStream dry = new ByteArrayInputStream(both.toByteArray()) {
                @Override
                public synchronized int available() {
                    return 0;
                }
            };

            assertThat(CaptureReader.read("x", dry, unpacked).problem()).isEmpty();
            assertThat(unpacked.lines).as(name).isEqualTo(log.lines);
        }
    }

    @Test
    void usesATruncatedStreamAsFarAsItGoesAndSaysSo() throws Exception {
        byte[] bytes = manyFrames();
        for (Map.Entry<String, byte[]> one : packed(bytes).entrySet()) {
            int most = 0;
            for (int length = 0; length < one.getValue().length; length += 1997) {
                FrameLog part = new FrameLog();
                InputStream cut = new ByteArrayInputStream(one.getValue(), 0, length);
                try {
                    CaptureExtent extent = CaptureReader.read("x", cut, part);
                    assertThat(extent.truncated())
                            .as("%s of %d bytes", one.getKey(), length)
                            .isTrue();
                    assertThat(extent.problem()).startsWith("cut off in the middle of the ");
                    assertThat(extent.problem()).contains(" of what it unpacks to; ");
                } catch (NotACaptureException e) {
                    assertThat(part.lines).isEmpty();
                }
                most = Math.max(most, part.lines.size());
            }
            assertThat(most).as(one.getKey()).isGreaterThan(50);
        }
    }

    @Test
    void findsDamageByTheChecksums() throws Exception {
        byte[] bytes = manyFrames();
        for (Map.Entry<String, byte[]> one : packed(bytes).entrySet()) {
            byte[] damaged = one.getValue().clone();
            damaged[damaged.length / 2] ^= 0x10;
            try {
                CaptureExtent extent = CaptureReader.read("x", new ByteArrayInputStream(damaged), log);
                assertThat(extent.problem()).as(one.getKey()).isNotEmpty();
            } catch (NotACaptureException e) {
                assertThat(e.getMessage()).startsWith("x: cannot be read or unpacked: ");
            }
        }
    }

    @Test
    void takesNoMoreMemoryForABomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long frames = 500;
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, 1)
                    .bytes());
            byte[] record = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                    .ints(0, 0, 200_000, 200_000)
                    .raw(new byte[200_000])
                    .bytes();
            for (int i = 0; i < frames; i++) {
                gzip.write(record);
            }
        }
        assertThat(out.size()).as("of 100 MB").isLessThan(125_000);

        long[] seen = new long[1];
        CaptureReader.read(
                "bomb",
                new ByteArrayInputStream(out.toByteArray()),
                (frame, linkType, time, captured, original, number) -> seen[0] += captured);

        assertThat(seen[0]).isEqualTo(frames * 200_000);
    }

    @Test
    void refusesXzThatAsksForTooMuchMemory() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // A block header that states the dictionary, by hand: the encoder would really take the memory.
        byte[] small = pack(manyFrames(), to -> new XZOutputStream(to, new LZMA2Options(0)));
        int dictionaryAt = 12 + 4;
        out.write(small, 0, dictionaryAt);
        out.write(36);
        out.write(small, dictionaryAt + 1, 3);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(out.toByteArray(), 12, 8);
        for (int i = 0; i < 4; i++) {
            out.write((int) (crc.getValue() >>> (8 * i)));
        }
        out.write(small, 24, small.length - 24);

        assertThatThrownBy(() -> CaptureReader.read("x", new ByteArrayInputStream(out.toByteArray()), log))
                .isInstanceOf(NotACaptureException.class)
                .hasMessageContaining("would be needed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip -9c",
                "pigz -c",
                "zstd -c",
                "zstd -19 --long=27 -c",
                "pzstd -p 2 -c",
                "xz -c",
                "xz -9e -c",
                "xz -T2 --block-size=8192 -c",
                "lz4 -c",
                "lz4 -9 -BD -c",
                "lz4 -B4 -BX --content-size -c",
                "lz4 -B5 --no-frame-crc -c"
            })
    void readsWhatTheUsualToolsPack(String command) throws Exception {
        byte[] bytes = manyFrames();
        Path plain = Files.write(folder.resolve("x.pcap"), bytes);
        Path packed = folder.resolve("x.packed");
        String tool = command.substring(0, command.indexOf(' '));
        boolean there =
                new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
        assumeTrue(there, "skipped: no " + tool + " on the path (apt-get install " + tool + ")");
        Process process = new ProcessBuilder("sh", "-c", command + " " + plain + " > " + packed)
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor()).isZero();
        FrameLog expected = new FrameLog();
        CaptureReader.read(plain, expected);

        CaptureExtent extent = CaptureReader.read(packed, log);

        assertThat(extent.problem()).isEmpty();
        assertThat(log.lines).isEqualTo(expected.lines);
        assertThat(CaptureReader.isCapture(packed)).isTrue();
        assertThat(CaptureReader.firstTime(packed)).isEqualTo(CaptureReader.firstTime(plain));
    }

    /** 1000 frames that pack well, and do not: half of each is noise. */
    private static byte[] manyFrames() {
        Random random = new Random(5);
        CaptureBytes bytes = CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, 1);
        for (int i = 0; i < 1000; i++) {
            byte[] frame = new byte[i % 600];
            random.nextBytes(frame);
            Arrays.fill(frame, frame.length / 2, frame.length, (byte) i);
            bytes.record(i, i, frame.length, frame);
        }
        return bytes.bytes();
    }
}
