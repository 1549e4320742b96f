// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

/** The checksum of LZ4 frames (XXH32 with seed 0, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). */
final class XxHash32 {
    private static final int STRIPE = 16;
    private static final int PRIME1 = 0x9E37_79B1;
    private static final int PRIME2 = 0x85EB_CA77;
    /** Their sum, modulo 2^32. */
    private static final int PRIMES_1_AND_2 = 0x2423_4428;

    private static final int PRIME3 = 0xC2B2_AE3D;
    private static final int PRIME4 = 0x27D4_EB2F;
    private static final int PRIME5 = 0x1656_67B1;

    private final byte[] rest = new byte[STRIPE];
    private int restLength;
    private long length;
    private int lane1;
    private int lane2;
    private int lane3;
    private int lane4;

    XxHash32() {
        reset();
    }

    void reset() {
        restLength = 0;
        length = 0;
        lane1 = PRIMES_1_AND_2;
        lane2 = PRIME2;
        lane3 = 0;
        lane4 = -PRIME1;
    }

    void update(byte[] bytes, int from, int count) {
        length += count;
        int at = from;
        int end = from + count;
        if (restLength > 0) {
            int taken = Math.min(STRIPE - restLength, count);
            System.arraycopy(bytes, at, rest, restLength, taken);
            restLength += taken;
            at += taken;
            if (restLength == STRIPE) {
                stripe(rest, 0);
                restLength = 0;
            }
        }
        for (; end - at >= STRIPE; at += STRIPE) {
            stripe(bytes, at);
        }
        if (end > at) {
            System.arraycopy(bytes, at, rest, 0, end - at);
            restLength = end - at;
        }
    }

    private void stripe(byte[] bytes, int at) {
        lane1 = round(lane1, littleEndian(bytes, at));
        lane2 = round(lane2, littleEndian(bytes, at + 4));
        lane3 = round(lane3, littleEndian(bytes, at + 8));
        lane4 = round(lane4, littleEndian(bytes, at + 12));
    }

    private static int round(int lane, int input) {
        return Integer.rotateLeft(lane + input * PRIME2, 13) * PRIME1;
    }

    /** Of all bytes since the last reset. */
    int value() {
        int hash = length < STRIPE
                ? PRIME5
                : Integer.rotateLeft(lane1, 1)
                        + Integer.rotateLeft(lane2, 7)
                        + Integer.rotateLeft(lane3, 12)
                        + Integer.rotateLeft(lane4, 18);
        hash += (int) length;
        int at = 0;
        for (; restLength - at >= 4; at += 4) {
            hash = Integer.rotateLeft(hash + littleEndian(rest, at) * PRIME3, 17) * PRIME4;
        }
        for (; at < restLength; at++) {
            hash = Integer.rotateLeft(hash + (rest[at] & 0xFF) * PRIME5, 11) * PRIME1;
        }
        hash = (hash ^ hash >>> 15) * PRIME2;
        hash = (hash ^ hash >>> 13) * PRIME3;
        return hash ^ hash >>> 16;
    }

    static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
