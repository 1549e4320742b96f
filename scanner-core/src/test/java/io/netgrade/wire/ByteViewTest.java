// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteViewTest {

    @Test
    void findsTheFirstOfAByteWhereverItStands() {
        for (int place = 0; place < 40; place++) {
            byte[] bytes = new byte[40];
            bytes[place] = '\n';
            bytes[39] = '\n';

            assertThat(ByteView.of(bytes).indexOf('\n', 0, 40)).isEqualTo(place);
        }
    }

    @Test
    void findsNothingOutsideOfItsBounds() {
        ByteView view = ByteView.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});

        assertThat(view.indexOf(12, 0, 11)).isEqualTo(-1);
        assertThat(view.indexOf(1, 1, 12)).isEqualTo(-1);
        assertThat(view.indexOf(12, -5, 99)).isEqualTo(11);
        assertThat(view.indexOf(12, 20, 99)).isEqualTo(-1);
        assertThat(new ByteView().wrap(view, 2, 4).indexOf(7, 0, 99)).isEqualTo(-1);
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(48)];
            for (int i = 0; i < bytes.length; i++) {
                // Few values, and those in which a borrow could hide.
                bytes[i] = (byte) (random.nextInt(4) * 0x7F + random.nextInt(3));
            }
            int value = (random.nextInt(4) * 0x7F + random.nextInt(3)) & 0xFF;
            int from = random.nextInt(12);

            assertThat(ByteView.of(bytes).indexOf(value, from, 40)).isEqualTo(plain(bytes, value, from, 40));
        }
    }

    private static int plain(byte[] bytes, int value, int from, int to) {
        for (int at = from; at < Math.min(bytes.length, to); at++) {
            if ((bytes[at] & 0xFF) == value) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void comparesWithPartsOfAnotherView() {
        byte[] bytes = new byte[40];
        new Random(3).nextBytes(bytes);
        ByteView view = ByteView.of(bytes);
        for (int count = 0; count <= 20; count++) {
            byte[] copy = Arrays.copyOfRange(bytes, 10, 10 + count);
            assertThat(view.holds(10, ByteView.of(copy), 0, count)).isTrue();
            for (int at = 0; at < count; at++) {
                copy[at] = (byte) (copy[at] ^ 1);
                assertThat(view.holds(10, ByteView.of(copy), 0, count)).isFalse();
                assertThat(view.holds(10, ByteView.of(copy), 0, at)).isTrue();
                copy[at] = (byte) (copy[at] ^ 1);
            }
        }
        assertThatThrownBy(() -> view.holds(30, view, 0, 11)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
