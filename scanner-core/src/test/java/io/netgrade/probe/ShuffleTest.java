// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 97, 1_000, 65_535, 65_536, 65_537, 100_003, 1_000_000, 1_048_576
            })
    void visitsEachNumberExactlyOnce(int size) {
        for (long seed : new long[] {0, 1, -1, 0x5EED}) {
            Shuffle shuffle = new Shuffle(size, seed);
            BitSet visited = new BitSet(size);
            for (int place = 0; place < size; place++) {
                long number = shuffle.at(place);
                visited.set(Math.toIntExact(number));
                assertThat(shuffle.placeOf(number)).isEqualTo(place);
            }

            assertThat(visited.cardinality()).isEqualTo(size);
            assertThat(visited.length()).isEqualTo(size);
        }
    }

    @Test
    void everySmallSizeIsVisitedExactlyOnce() {
        for (int size = 1; size <= 600; size++) {
            Shuffle shuffle = new Shuffle(size, size);
            assertThat(LongStream.range(0, size).map(shuffle::at).sorted().toArray())
                    .isEqualTo(LongStream.range(0, size).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 32, (1L << 47) + 12_345, (1L << 61) + 1, Shuffle.MOST})
    void staysInsideALargeSizeAndRepeatsNothing(long size) {
        Shuffle shuffle = new Shuffle(size, 7);
        long[] numbers = LongStream.range(0, 10_000)
                .map(i -> shuffle.at(i % 2 == 0 ? i : size - i))
                .toArray();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(LongStream.of(numbers).allMatch(number -> number >= 0 && number < size))
                .isTrue();
        assertThat(LongStream.of(numbers).filter(number -> number < size / 2).count())
                .as("half of them in the lower half")
                .isBetween(4_700L, 5_300L);
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        Shuffle one = new Shuffle(1_000, 1);
        Shuffle other = new Shuffle(1_000, 2);

        assertThat(LongStream.range(0, 1_000)
                        .filter(place -> one.at(place) == other.at(place))
                        .count())
                .isLessThan(20);
    }

    @Test
    void refusesWhatIsNoSizeAndNoPlace() {
        assertThatThrownBy(() -> new Shuffle(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shuffle(Shuffle.MOST + 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shuffle(3, 0).at(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Shuffle(0, 0).at(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The vector of the paper's reference code for the message 00 01 … 07 under the key 00 01 … 0f. */
    @Test
    void theHashIsSipHash() {
        assertThat(new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L).of(0x0706050403020100L))
                .isEqualTo(0x93f5f5799a932462L);
    }
}
