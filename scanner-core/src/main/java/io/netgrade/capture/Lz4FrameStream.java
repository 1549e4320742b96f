// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Unpacks LZ4 frames, one after another (https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md).
 *
 * <pre>
 *  magic(4) flags(1) block size(1) [content size(8)] [dictionary(4)] header checksum(1)
 *  [size(4) block [checksum(4)]]* zero(4) [content checksum(4)]
 * </pre>
 *
 * All numbers are little-endian. Holds one block and the 64 KiB before it.
 */
final class Lz4FrameStream extends InputStream {
    static final int MAGIC = 0x184D_2204;

    /** The first of sixteen magics of frames that are passed over. */
    private static final int SKIPPABLE = 0x184D_2A50;

    private static final int HISTORY = 1 << 16;
    private static final int VERSION = 0x40;
    private static final int INDEPENDENT = 0x20;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int CONTENT_CHECKSUM = 0x04;
    private static final int DICTIONARY = 0x01;
    private static final int SMALLEST_BLOCK = 4;
    private static final int UNPACKED = 0x8000_0000;

    private final InputStream packed;
    private final byte[] header = new byte[16];
    private final XxHash32 blockHash = new XxHash32();
    private final XxHash32 contentHash = new XxHash32();
    private byte[] block = new byte[0];
    private byte[] out = new byte[0];
    private Lz4Block unpacker = new Lz4Block(block, out);
    private int flags;
    private boolean inFrame;
    private int outAt = HISTORY;
    private int outEnd = HISTORY;

    Lz4FrameStream(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        while (outAt == outEnd) {
            if (!(inFrame || beginFrame())) {
                return -1;
            }
            inFrame = nextBlock();
        }
        int given = Math.min(count, outEnd - outAt);
        System.arraycopy(out, outAt, to, from, given);
        outAt += given;
        return given;
    }

    /** Reads the next frame's header; answers false where the stream has ended. */
    private boolean beginFrame() throws IOException {
        while (packed.readNBytes(header, 0, 1) == 1) {
            need(header, 1, 3);
            int magic = XxHash32.littleEndian(header, 0);
            if (magic == MAGIC) {
                readDescriptor();
                return true;
            }
            if ((magic & 0xFFFF_FFF0) != SKIPPABLE) {
                throw new IOException("no LZ4 frame where another should begin");
            }
            need(header, 0, 4);
            packed.skipNBytes(Integer.toUnsignedLong(XxHash32.littleEndian(header, 0)));
        }
        return false;
    }

    private void readDescriptor() throws IOException {
        need(header, 0, 2);
        flags = header[0];
        int size = header[1] >>> 4 & 7;
        if ((flags & 0xC2) != VERSION || size < SMALLEST_BLOCK || (flags & DICTIONARY) != 0) {
            throw new IOException("an LZ4 frame of another version or with a dictionary");
        }
        int optional = (flags & CONTENT_SIZE) == 0 ? 0 : 8;
        need(header, 2, optional + 1);
        blockHash.reset();
        blockHash.update(header, 0, 2 + optional);
        if (header[2 + optional] != (byte) (blockHash.value() >>> 8)) {
            throw new IOException("an LZ4 frame whose header has another checksum");
        }
        int largest = 1 << (8 + 2 * size);
        if (block.length != largest) {
            block = new byte[largest];
            out = new byte[HISTORY + largest];
            unpacker = new Lz4Block(block, out);
        }
        Arrays.fill(out, 0, HISTORY, (byte) 0);
        outAt = HISTORY;
        outEnd = HISTORY;
        contentHash.reset();
    }

    /** Unpacks the next block; answers false at the frame's end. */
    private boolean nextBlock() throws IOException {
        need(header, 0, 4);
        int stated = XxHash32.littleEndian(header, 0);
        if (stated == 0) {
            if ((flags & CONTENT_CHECKSUM) != 0) {
                check(contentHash);
            }
            return false;
        }
        int length = stated & ~UNPACKED;
        if (length > block.length) {
            throw new IOException("an LZ4 block of " + length + " bytes");
        }
        need(block, 0, length);
        if ((flags & BLOCK_CHECKSUM) != 0) {
            blockHash.reset();
            blockHash.update(block, 0, length);
            check(blockHash);
        }
        keepHistory();
        if ((stated & UNPACKED) != 0) {
            System.arraycopy(block, 0, out, HISTORY, length);
            outEnd = HISTORY + length;
        } else {
            outEnd = unpacker.unpack(length, HISTORY, out.length);
        }
        if ((flags & CONTENT_CHECKSUM) != 0) {
            contentHash.update(out, HISTORY, outEnd - HISTORY);
        }
        return true;
    }

    /** Moves the last bytes to where the next block may refer to them. */
    private void keepHistory() {
        if ((flags & INDEPENDENT) == 0) {
            System.arraycopy(out, outEnd - HISTORY, out, 0, HISTORY);
        }
        outAt = HISTORY;
        outEnd = HISTORY;
    }

    private void check(XxHash32 hash) throws IOException {
        need(header, 0, 4);
        if (XxHash32.littleEndian(header, 0) != hash.value()) {
            throw new IOException("LZ4 data with another checksum");
        }
    }

    private void need(byte[] to, int from, int count) throws IOException {
        if (packed.readNBytes(to, from, count) < count) {
            throw new EOFException("the LZ4 frame is cut off");
        }
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
