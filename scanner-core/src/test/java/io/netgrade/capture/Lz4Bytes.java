// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.util.Arrays;

/** Packs LZ4 frames for tests, simply: the longest run of the byte before becomes a match, all else are literals. */
final class Lz4Bytes {
    private final CaptureBytes out = new CaptureBytes(java.nio.ByteOrder.LITTLE_ENDIAN);

    private Lz4Bytes() {}

    /** A frame of dependent blocks of at most so many bytes, with a checksum of the content. */
    static byte[] frame(byte[] bytes, int blockSize) {
        Lz4Bytes frame = new Lz4Bytes();
        // Version 1, dependent blocks, content checksum; blocks of 64 KiB.
        byte[] descriptor = {0x44, 0x40};
        frame.out.ints(Lz4FrameStream.MAGIC).raw(descriptor).raw((byte) (hash(descriptor) >>> 8));
        for (int from = 0; from < bytes.length; from += blockSize) {
            byte[] block = block(Arrays.copyOfRange(bytes, from, Math.min(from + blockSize, bytes.length)));
            frame.out.ints(block.length).raw(block);
        }
        return frame.out.ints(0, hash(bytes)).bytes();
    }

    static int hash(byte[] bytes) {
        XxHash32 hash = new XxHash32();
        hash.update(bytes, 0, bytes.length);
        return hash.value();
    }

    private static byte[] block(byte[] bytes) {
        CaptureBytes packed = new CaptureBytes(java.nio.ByteOrder.LITTLE_ENDIAN);
        int literals = 0;
        int at = 1;
        while (at < bytes.length) {
            int run = at;
            while (run < bytes.length && bytes[run] == bytes[at - 1]) {
                run++;
            }
            // The end of a block must be literals.
            int match = Math.min(run, bytes.length - 5) - at;
            if (match >= 4) {
                sequence(packed, bytes, literals, at - literals, match);
                at += match;
                literals = at;
            }
            at++;
        }
        sequence(packed, bytes, literals, bytes.length - literals, 0);
        return packed.bytes();
    }

    private static void sequence(CaptureBytes packed, byte[] bytes, int from, int literals, int match) {
        int stated = match == 0 ? 0 : match - 4;
        packed.raw((byte) (Math.min(literals, 15) << 4 | Math.min(stated, 15)));
        more(packed, literals);
        packed.raw(Arrays.copyOfRange(bytes, from, from + literals));
        if (match > 0) {
            packed.shorts(1);
            more(packed, stated);
        }
    }

    private static void more(CaptureBytes packed, int count) {
        for (int rest = count - 15; rest >= 0; rest -= 255) {
            packed.raw((byte) Math.min(rest, 255));
        }
    }
}
