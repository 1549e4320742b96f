// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/**
 * Visits 0 to {@code size - 1} each exactly once, in an order that a seed determines, without remembering any: neighbours
 * in a network are not asked one after another, and no host is asked all its ports in a row.
 *
 * <p>A Feistel network over two digits, of which the first counts to the root of the size and the second as far as needed
 * (Black and Rogaway 2002, "Ciphers with arbitrary finite domains"), so that the range is hardly larger than the size; a
 * number outside the size is sent through again until it falls inside. The rounds are keyed by {@link SipHash}.
 */
public final class Shuffle {
    /** The largest size there can be. */
    public static final long MOST = 1L << 62;

    private static final int ROUNDS = 6;

    private final long size;
    private final long high;
    private final long low;
    private final SipHash hash;

    /** @param size from 0 to {@link #MOST} */
    public Shuffle(long size, long seed) {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException(size + " is not a size from 0 to " + MOST);
        }
        this.size = size;
        this.high = Math.max(1, root(size));
        this.low = Math.max(1, (size + high - 1) / high);
        this.hash = new SipHash(seed, Long.rotateLeft(size, 32));
    }

    public long size() {
        return size;
    }

    /** The number at a place of the order. */
    public long at(long place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException(place + " of " + size);
        }
        long number = place;
        do {
            number = permuted(number);
        } while (number >= size);
        return number;
    }

    /** The place in the order that a number has. */
    public long placeOf(long number) {
        if (number < 0 || number >= size) {
            throw new IndexOutOfBoundsException(number + " of " + size);
        }
        long place = number;
        do {
            place = restored(place);
        } while (place >= size);
        return place;
    }

    private long permuted(long number) {
        long first = number / low;
        long second = number % low;
        for (int round = 0; round < ROUNDS; round += 2) {
            first = (first + mixed(second, round, high)) % high;
            second = (second + mixed(first, round + 1, low)) % low;
        }
        return first * low + second;
    }

    private long restored(long number) {
        long first = number / low;
        long second = number % low;
        for (int round = ROUNDS - 2; round >= 0; round -= 2) {
            second = (second + low - mixed(first, round + 1, low)) % low;
            first = (first + high - mixed(second, round, high)) % high;
        }
        return first * low + second;
    }

    /** A number below the bound, from a digit (which fits in 32 bits) and the round. */
    private long mixed(long digit, int round, long bound) {
        return (hash.of((long) round << 48 | digit) >>> 1) % bound;
    }

    /** The smallest number whose square is no less. */
    private static long root(long size) {
        long root = (long) Math.sqrt((double) size);
        while (root * root < size) {
            root++;
        }
        return root;
    }
}
