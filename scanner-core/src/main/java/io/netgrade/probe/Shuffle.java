// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/**
 * Visits 0 to {@code size - 1} each exactly once, in an order that a seed determines, without remembering any: neighbours
 * in a network are not asked one after another, and no host is asked all its ports in a row.
 *
 * <p>A balanced Feistel network over the smallest even number of bits that holds the size; a number outside the size is
 * sent through again until it falls inside (cycle walking, Black and Rogaway 2002).
 */
final class Shuffle {
    private static final int ROUNDS = 4;

    private final long size;
    private final long seed;
    private final int halfBits;
    private final long halfMask;

    Shuffle(long size, long seed) {
        this.size = size;
        this.seed = seed;
        this.halfBits = Math.max(1, (64 - Long.numberOfLeadingZeros(Math.max(1, size - 1)) + 1) / 2);
        this.halfMask = (1L << halfBits) - 1;
    }

    /** The number at a place of the order. */
    long at(long place) {
        long number = place;
        do {
            number = permuted(number);
        } while (number >= size);
        return number;
    }

    private long permuted(long number) {
        long left = number >>> halfBits;
        long right = number & halfMask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ (mix(right, round) & halfMask);
            left = right;
            right = mixed;
        }
        return left << halfBits | right;
    }

    /** The finisher of SplitMix64 (Steele, Lea and Flood 2014) over the half, the seed and the round. */
    private long mix(long half, int round) {
        long z = half + seed + (round + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
