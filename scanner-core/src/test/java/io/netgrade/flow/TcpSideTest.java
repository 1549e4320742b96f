// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TcpSideTest {
    private static final int HELD = 1 << 14;
    private final BufferPool pool = new BufferPool(1 << 20);
    private final TcpSide side = new TcpSide(new HeldSegments.Holding(pool, HELD));
    private final Heard heard = new Heard();

    /** A part of a stream, by the places where it begins and ends. */
    private record Segment(int from, int to) {}

    @Test
    void putsShuffledDuplicatedAndOverlappingSegmentsInOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int start = round % 2 == 0 ? random.nextInt() : -random.nextInt(500);
            byte[] stream = new byte[1 + random.nextInt(2000)];
            random.nextBytes(stream);
            List<Segment> segments = overlapping(stream, random);
            segments.addAll(segments.subList(0, random.nextInt(segments.size())));
            Collections.shuffle(segments, random);
            side.clear();
            heard.bytes.reset();

            side.begin(start);
            for (Segment segment : segments) {
                accept(start + segment.from(), Arrays.copyOfRange(stream, segment.from(), segment.to()));
            }

            assertThat(heard.bytes.toByteArray()).isEqualTo(stream);
            assertThat(heard.holes).isEmpty();
            assertThat(pool.lent()).isZero();
        }
        assertThat(heard.overlaps).isPositive();
        assertThat(heard.contradictions).isZero();
    }

    @Test
    void tellsWhatASegmentRepeatsOfWhatWasTold() {
        side.begin(-4);
        accept(-4, bytes("abcdefgh"));
        accept(-2, bytes("cdef"));
        accept(0, bytes("efghij"));

        assertThat(heard.repeats).containsExactly("cdef 2", "efgh 0");
        assertThat(heard.overlaps).isEqualTo(1);
        assertThat(heard.text()).isEqualTo("abcdefghij");
    }

    @Test
    void whatKeepsAConnectionAliveRepeatsNothing() {
        side.begin(0);
        accept(0, bytes("abc"));
        accept(2, bytes("\0"));
        assertThat(heard.repeats).isEmpty();

        accept(1, bytes("x"));
        assertThat(heard.repeats).containsExactly("x 1");
    }

    @Test
    void segmentsThatWaitAreComparedWithEachOtherAndWithWhatFillsTheHole() {
        side.begin(-5);
        accept(0, bytes("abcdef"));
        accept(3, bytes("defghi"));
        accept(0, bytes("abc"));
        assertThat(heard.contradictions).isZero();

        accept(4, bytes("eX"));
        assertThat(heard.contradictions).isEqualTo(1);
        accept(-2, bytes("..aZ"));
        assertThat(heard.contradictions).isEqualTo(2);
        accept(100, bytes("far"));
        accept(Integer.MIN_VALUE + 20, bytes("farther"));
        accept(-5, bytes("....."));

        assertThat(heard.contradictions).isEqualTo(2);
        assertThat(heard.text()).startsWith(".....aZcdef");
    }

    @Test
    void aSegmentThatWaitsIsNotComparedWithWhatOnlyTouchesIt() {
        side.begin(0);
        accept(10, bytes("abc"));
        accept(7, bytes("xyz"));
        accept(13, bytes("xyz"));

        assertThat(heard.contradictions).isZero();
    }

    private static List<Segment> overlapping(byte[] stream, Random random) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int from = Math.max(0, at - random.nextInt(20));
            int to = Math.min(stream.length, at + 20 + random.nextInt(80));
            segments.add(new Segment(from, to));
            at = to;
        }
        return segments;
    }

    @Test
    void goesOnAcrossTheEndOfTheSequenceNumbers() {
        side.begin(-2);

        accept(1, bytes("d"));
        accept(-2, bytes("abc"));

        assertThat(heard.text()).isEqualTo("abcd");
    }

    @Test
    void beginsWithTheFirstSegmentWhereNoSynWasSeen() {
        accept(77, bytes("abc"));
        accept(70, bytes("earlier"));
        accept(80, bytes("def"));

        assertThat(heard.text()).isEqualTo("abcdef");
    }

    @Test
    void givesUpAHoleOnceTooMuchWaitsBehindIt() {
        side.begin(0);
        byte[] segment = new byte[1000];

        for (int i = 0; i < 17; i++) {
            accept(100 + i * 1000, segment);
        }

        assertThat(heard.holes).containsExactly(100L);
        assertThat(heard.bytes.size()).isEqualTo(17_000);
        assertThat(pool.lent()).isZero();
    }

    @Test
    void givesUpHolesWhereAllFlowsTogetherHoldTooMuch() {
        TcpSide poor = new TcpSide(new HeldSegments.Holding(new BufferPool(0), HELD));
        poor.begin(0);

        poor.accept(10, ByteView.of(bytes("abc")), 3, heard);
        poor.accept(20, ByteView.of(bytes("def")), 3, heard);

        assertThat(heard.holes).containsExactly(10L, 7L);
        assertThat(heard.text()).isEqualTo("abcdef");
    }

    @Test
    void holdsSoManyTinySegmentsAndNoMore() {
        side.begin(0);

        for (int i = 0; i < 1000; i++) {
            accept(10 + 2 * i, bytes("x"));
        }

        assertThat(heard.bytes.size()).isBetween(800, 1000);
        assertThat(pool.lent()).isLessThanOrEqualTo(HELD);
    }

    @Test
    void tellsWhatTheSnapshotLengthCut() {
        side.begin(0);

        side.accept(0, ByteView.of(bytes("abc")), 10, heard);
        side.accept(20, ByteView.of(bytes("x")), 5, heard);
        side.accept(10, ByteView.of(bytes("0123456789")), 10, heard);
        side.accept(25, ByteView.of(bytes("end")), 3, heard);

        assertThat(heard.text()).isEqualTo("abc0123456789xend");
        assertThat(heard.holes).containsExactly(7L, 4L);
    }

    @Test
    void stopsWhereNobodyWantsMore() {
        heard.wanted = false;
        side.begin(0);

        assertThat(accept(0, bytes("abc"))).isFalse();
    }

    private boolean accept(int sequence, byte[] bytes) {
        return side.accept(sequence, ByteView.of(bytes), bytes.length, heard);
    }

    private static byte[] bytes(String text) {
        return io.netgrade.packet.FrameBytes.text(text);
    }

    private static final class Heard implements StreamSink {
        private int overlaps;
        private int contradictions;
        private final List<String> repeats = new ArrayList<>();

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<Long> holes = new ArrayList<>();
        boolean wanted = true;

        @Override
        public void repeated(ByteView again, long behind, boolean goesOn) {
            overlaps += goesOn ? 1 : 0;
            repeats.add(new String(again.bytes(), java.nio.charset.StandardCharsets.UTF_8) + " " + behind);
        }

        @Override
        public void contradicted() {
            contradictions++;
        }

        @Override
        public boolean bytes(ByteView view) {
            bytes.writeBytes(view.bytes());
            return wanted;
        }

        @Override
        public boolean missed(long count) {
            holes.add(count);
            return wanted;
        }

        String text() {
            return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
