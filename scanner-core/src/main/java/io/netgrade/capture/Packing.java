// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;

/**
 * How a capture is packed, told by its first bytes. Each is unpacked as it is read, in memory that is bounded whatever the
 * stream says of itself: how large it becomes is only a matter of time.
 */
enum Packing {
    NONE,
    GZIP,
    ZSTANDARD,
    LZ4,
    XZ;

    /** Bytes that tell. */
    private static final int MAGIC = 4;

    private static final int PACKED_BUFFER = 1 << 16;

    /** What {@link #open} answers. */
    record Unpacked(boolean isPacked, InputStream stream) {}

    /** The unpacked bytes of a stream. */
    static Unpacked open(InputStream packed) throws IOException {
        byte[] start = packed.readNBytes(MAGIC);
        Packing packing = of(start);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), packed);
        return packing == NONE ? new Unpacked(false, whole) : new Unpacked(true, packing.unpacking(whole));
    }

    private static Packing of(byte[] start) {
        if (start.length < MAGIC) {
            return NONE;
        }
        return switch (XxHash32.littleEndian(start, 0)) {
            // The other after pzstd, which begins with a frame to be skipped.
            case 0xFD2F_B528, 0x184D_2A50 -> ZSTANDARD;
            case Lz4FrameStream.MAGIC -> LZ4;
            case 0x587A_37FD -> XZ;
            default -> start[0] == 0x1F && start[1] == (byte) 0x8B ? GZIP : NONE;
        };
    }

    private InputStream unpacking(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(new Eager(packed), PACKED_BUFFER);
            case ZSTANDARD -> new ZstandardStream(packed);
            case LZ4 -> new Lz4FrameStream(packed);
            case XZ -> new XzStream(packed);
        };
    }

    /** Says always that there is more: else a second gzip member is not looked for in a pipe that has just run dry. */
    private static final class Eager extends FilterInputStream {
        Eager(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
