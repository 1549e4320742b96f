// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netgrade.wire.ByteView;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldFragmentsTest {
    private static final int BEGIN = 2;
    private static final int END = 1;
    private static final int[] IN_ORDER = {0, 1, 2};
    private static final int[] SWAPPED = {0, 2, 1};

    private final BufferPool pool = new BufferPool(1 << 20);
    private final HeldFragments held = new HeldFragments(pool, 1 << 14);
    private final ByteView whole = new ByteView();
    private final List<String> heard = new ArrayList<>();

    /** One fragment of a message. */
    private record Fragment(int sequence, long key, int order, int flags, String text) {}

    @Test
    void putsShuffledFragmentsTogether() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int start = round % 2 == 0 ? random.nextInt() : -random.nextInt(40);
            List<Fragment> fragments = new ArrayList<>();
            List<String> said = new ArrayList<>();
            for (int message = 0; message < 6; message++) {
                String text = "message " + message + "x".repeat(random.nextInt(200));
                said.add(text);
                cut(text, 1 + random.nextInt(9), start + fragments.size(), message % 3, fragments);
            }
            Collections.shuffle(fragments, random);
            heard.clear();

            fragments.forEach(this::hold);

            assertThat(heard).containsExactlyInAnyOrderElementsOf(said);
            assertThat(held.takeLost() + held.takeWaiting()).isZero();
            assertThat(pool.lent()).isZero();
        }
    }

    private static void cut(String text, int parts, int start, long key, List<Fragment> into) {
        int count = Math.max(2, parts);
        for (int part = 0; part < count; part++) {
            int flags = (part == 0 ? BEGIN : 0) | (part == count - 1 ? END : 0);
            String piece = text.substring(text.length() * part / count, text.length() * (part + 1) / count);
            into.add(new Fragment(start + part, key, start + part, flags, piece));
        }
    }

    @Test
    void tellsMessagesOfOtherKeysApartThoughTheyAreNumberedAlike() {
        hold(new Fragment(1, 5, 0, BEGIN, "a"));
        hold(new Fragment(2, 6, 0, BEGIN, "x"));
        hold(new Fragment(3, 6, 1, END, "y"));
        hold(new Fragment(4, 5, 1, END, "b"));

        assertThat(heard).containsExactly("xy", "ab");
    }

    @Test
    void aMessageWithoutAnEndIsNotReadAcrossTheBeginningOfTheNext() {
        hold(new Fragment(1, 0, 1, BEGIN, "a"));
        hold(new Fragment(2, 0, 2, BEGIN, "x"));
        hold(new Fragment(3, 0, 3, END, "y"));

        assertThat(heard).containsExactly("xy");
        assertThat(held.takeWaiting()).isEqualTo(1);
        assertThat(held.takeWaiting()).as("told before").isZero();
    }

    @Test
    void theFragmentsThatCameFirstAreGivenUpWhereThereIsNoRoom() {
        for (int i = 0; i < 40; i++) {
            hold(new Fragment(2 * i, 0, 2 * i, BEGIN, "x".repeat(1000)));
        }
        assertThat(held.takeLost()).isEqualTo(40 - 16);
        assertThat(pool.lent()).isLessThanOrEqualTo(1 << 14);

        hold(new Fragment(79, 0, 79, END, "."));
        assertThat(heard).as("the newest is there").hasSize(1);
    }

    @Test
    void holdsSoManyTinyFragmentsAndNoMore() {
        for (int i = 0; i < 1000; i++) {
            hold(new Fragment(2 * i, 0, 2 * i, 0, "x"));
        }

        assertThat(held.takeLost()).isEqualTo(1000 - FragmentStore.MOST);
        assertThat(held.takeWaiting()).isPositive();
    }

    @Test
    void aFragmentFarBehindTheNewestIsGivenUp() {
        hold(new Fragment(-10, 0, -10, BEGIN, "a"));
        hold(new Fragment(1014, 0, 1014, BEGIN, "x"));
        assertThat(held.takeLost()).isZero();
        hold(new Fragment(1015, 0, 1015, END, "y"));
        assertThat(held.takeLost()).isEqualTo(1);
        hold(new Fragment(-9, 0, -9, END, "b"));

        assertThat(heard).containsExactly("xy");
    }

    @Test
    void givesUpWhereAllFlowsTogetherHoldTooMuchOrAMessageIsTooLong() {
        HeldFragments poor = new HeldFragments(new BufferPool(0), 1 << 14);

        assertThat(poor.hold(1, 0, 1, BEGIN, 0, ByteView.of(new byte[3]))).isFalse();
        assertThat(poor.takeLost()).isEqualTo(1);
        assertThat(held.hold(1, 0, 1, BEGIN, 0, ByteView.of(new byte[1 << 15]))).isFalse();
        assertThat(held.takeLost()).isEqualTo(1);
        assertThat(pool.lent()).isZero();
    }

    @Test
    void tellsWhatTheFragmentThatBeginsTheMessageSaysItIs() {
        held.hold(2, 0, 2, END, 7, ByteView.of(new byte[1]));
        assertThat(held.hold(1, 0, 1, BEGIN, 46, ByteView.of(new byte[1]))).isTrue();

        assertThat(held.payloadProtocol()).isEqualTo(46);
    }

    @Test
    void allocatesNothingOnceItHasHeldAMessage() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        ByteView piece = ByteView.of(new byte[1400]);
        int sequence = 0;
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < 6; batch++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int message = 0; message < 2000; message++) {
                int wholes = 0;
                // In order, then the end before the middle.
                int[] order = message % 2 == 0 ? IN_ORDER : SWAPPED;
                for (int at : order) {
                    int flags = at == 0 ? BEGIN : at == 2 ? END : 0;
                    if (held.hold(sequence + at, 0, sequence + at, flags, 0, piece)) {
                        held.show(whole);
                        wholes += whole.length();
                        held.take();
                    }
                }
                assertWhole(wholes);
                sequence += 3;
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }

        assertThat(least).isZero();
    }

    private static void assertWhole(int octets) {
        if (octets != 3 * 1400) {
            throw new AssertionError("a message of " + octets);
        }
    }

    private void hold(Fragment one) {
        byte[] bytes = one.text().getBytes(StandardCharsets.UTF_8);
        if (held.hold(one.sequence(), one.key(), one.order(), one.flags(), 0, ByteView.of(bytes))) {
            held.show(whole);
            heard.add(whole.text(0, whole.length(), StandardCharsets.UTF_8));
            held.take();
        }
    }
}
