// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/** SipHash-2-4 (Aumasson and Bernstein 2012) of 64-bit words: a number that nobody guesses who has not the key. */
public record SipHash(long key0, long key1) {
    /** The length in bytes of one word, where the last word of the message has it. */
    private static final long LENGTH = 8L << 56;

    /** @param word the message, its first byte the lowest */
    public long of(long word) {
        State state = new State(key0, key1);
        state.take(word);
        state.take(LENGTH);
        return state.ended();
    }

    /** Of two words. */
    public long of(long first, long second) {
        State state = new State(key0, key1);
        state.take(first);
        state.take(second);
        state.take(2 * LENGTH);
        return state.ended();
    }

    /** Of five words. */
    public long of(long first, long second, long third, long fourth, long fifth) {
        State state = new State(key0, key1);
        state.take(first);
        state.take(second);
        state.take(third);
        state.take(fourth);
        state.take(fifth);
        state.take(5 * LENGTH);
        return state.ended();
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        private State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        private void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        private long ended() {
            v2 ^= 0xFF;
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
