// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.nio.ByteBuffer;

/** The Internet checksum (RFC 1071): sums of 16-bit words, which may be added in parts and in any order. */
final class Checksum {
    private Checksum() {}

    /** The sum of an even number of bytes. */
    static long sum(ByteBuffer bytes, int at, int length) {
        long sum = 0;
        for (int i = 0; i < length; i += 2) {
            sum += bytes.getShort(at + i) & 0xFFFF;
        }
        return sum;
    }

    /** The sum of a number's four words. */
    static long sum(long number) {
        return (number >>> 48) + (number >>> 32 & 0xFFFF) + (number >>> 16 & 0xFFFF) + (number & 0xFFFF);
    }

    /** What stands in the header for a sum. */
    static short of(long sum) {
        long folded = (sum & 0xFFFF) + (sum >>> 16);
        folded = (folded & 0xFFFF) + (folded >>> 16);
        folded = (folded & 0xFFFF) + (folded >>> 16);
        return (short) ~folded;
    }
}
