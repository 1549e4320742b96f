// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FragmentsTest {
    private static final long SECOND = 1_000_000_000L;
    private final Packet packet = new Packet(new Fragments(4, 32 << 10, 60 * SECOND));
    private final Random random = new Random(7);
    private long time;

    @Test
    void putsDatagramsOfBothVersionsTogetherInWhateverOrderTheirPartsCome() {
        for (int round = 0; round < 200; round++) {
            byte[] datagram = datagram(1 + random.nextInt(4000));
            boolean six = random.nextBoolean();
            List<byte[]> parts = parts(datagram, 8 * (1 + random.nextInt(180)), round, six);
            Collections.shuffle(parts, random);

            for (byte[] part : parts.subList(1, parts.size())) {
                assertThat(read(part)).isEqualTo(parts.size() == 1 ? Kind.UDP : Kind.FRAGMENT);
            }
            assertThat(read(parts.get(0))).isEqualTo(Kind.UDP);

            assertThat(packet.isIpv6()).isEqualTo(six);
            assertThat(packet.fragment()).isFalse();
            assertThat(packet.sourcePort()).isEqualTo(5000);
            assertThat(packet.payload().bytes()).isEqualTo(Arrays.copyOfRange(datagram, 8, datagram.length));
            assertThat(packet.payloadOnWire()).isEqualTo(datagram.length - 8);
        }
        assertThat(packet.fragmentsLost()).isZero();
        assertThat(packet.fragmentsWaiting()).isZero();
        assertThat(packet.fragmentOverlaps()).isZero();
    }

    @Test
    void takesCopiesOfPartsForCopies() {
        byte[] datagram = datagram(100);
        List<byte[]> parts = parts(datagram, 48, 1, false);

        for (int i = 0; i < parts.size(); i++) {
            assertThat(read(parts.get(i))).isEqualTo(i == 2 ? Kind.UDP : Kind.FRAGMENT);
            assertThat(read(parts.get(i))).isEqualTo(Kind.FRAGMENT);
        }
        assertThat(packet.fragmentOverlaps()).isZero();
        assertThat(packet.fragmentsWaiting()).isZero();
        time += 2 * SECOND;
        assertThat(read(parts.get(0))).isEqualTo(Kind.FRAGMENT);
        assertThat(packet.fragmentsWaiting()).isEqualTo(1);
    }

    @Test
    void takesOtherBytesOfTheSameNameForAnotherDatagram() {
        for (int i = 0; i < 3; i++) {
            byte[] datagram = datagram(100);
            List<byte[]> parts = parts(datagram, 64, 1, false);

            assertThat(read(parts.get(0))).isEqualTo(Kind.FRAGMENT);
            assertThat(read(parts.get(1))).isEqualTo(Kind.UDP);
            assertThat(packet.payload().bytes()).isEqualTo(Arrays.copyOfRange(datagram, 8, 108));
        }
        assertThat(packet.fragmentsLost()).isZero();
    }

    @Test
    void keepsTheFirstOfContradictingBytesAndSaysSo() {
        byte[] datagram = datagram(64);
        byte[] other = datagram.clone();
        Arrays.fill(other, 24, 32, (byte) 0x55);

        read(part(datagram, 0, 32, 1, false));
        assertThat(read(part(other, 24, 72, 1, false))).isEqualTo(Kind.UDP);

        assertThat(packet.payload().bytes()).isEqualTo(Arrays.copyOfRange(datagram, 8, 72));
        assertThat(packet.fragmentOverlaps()).isEqualTo(1);
        read(part(datagram, 0, 32, 2, false));
        read(part(datagram, 48, 72, 2, false));
        read(part(Arrays.copyOf(datagram, 96), 48, 96, 2, false));
        assertThat(packet.fragmentOverlaps()).isEqualTo(2);
    }

    @Test
    void readsTheBytesBeforeACutInTheMiddle() {
        byte[] datagram = datagram(200);
        List<byte[]> parts = parts(datagram, 104, 1, false);
        byte[] first = parts.get(0);

        read(parts.get(1));
        assertThat(packet.read(ByteView.of(Arrays.copyOf(first, 60)), LinkType.RAW, first.length, time))
                .isEqualTo(Kind.UDP);

        assertThat(packet.payload().bytes()).isEqualTo(Arrays.copyOfRange(datagram, 8, 40));
        assertThat(packet.payloadOnWire()).isEqualTo(200);
    }

    @Test
    void givesUpWhatComesTooLateOrIsTooMuch() {
        read(part(datagram(64), 0, 32, 1, true));
        time += 61 * SECOND;
        assertThat(read(part(datagram(64), 32, 72, 1, true))).isEqualTo(Kind.FRAGMENT);
        assertThat(packet.fragmentsLost()).isEqualTo(1);
        for (int id = 2; id < 7; id++) {
            read(part(datagram(64), 0, 32, id, true));
        }
        assertThat(packet.fragmentsLost()).isEqualTo(3);
        assertThat(packet.fragmentsWaiting()).isEqualTo(4);
        byte[] large = datagram(30_000);
        read(part(large, 0, 30_000, 9, false));
        assertThat(packet.fragmentsWaiting()).as("all room for the large one").isEqualTo(1);
        assertThat(read(part(large, 30_000, large.length, 9, false))).isEqualTo(Kind.UDP);
        byte[] larger = datagram(50_000);
        read(part(larger, 0, 40_000, 10, false));
        assertThat(packet.fragmentsWaiting()).isZero();
    }

    @Test
    void refusesPartsThatNoDatagramHas() {
        byte[] odd = part(datagram(64), 0, 32, 1, false);
        assertThat(read(Arrays.copyOf(odd, odd.length - 1))).isEqualTo(Kind.FRAGMENT);
        ByteBuffer.wrap(odd).putShort(2, (short) (odd.length - 1));
        assertThat(read(odd)).isEqualTo(Kind.MALFORMED);
        byte[] beyond = part(datagram(64), 0, 32, 1, false);
        ByteBuffer.wrap(beyond).putShort(6, (short) 0x1FFF);
        assertThat(read(beyond)).as("the ping of death").isEqualTo(Kind.MALFORMED);
    }

    @Test
    void followsTheExtensionHeadersWithinTheWhole() {
        byte[] inner = PacketTest.joined(new byte[] {17, 0, 1, 4, 0, 0, 0, 0}, datagram(64));
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < inner.length; from += 40) {
            int to = Math.min(from + 40, inner.length);
            parts.add(six(Arrays.copyOfRange(inner, from, to), from, to < inner.length, 5, 60));
        }

        read(parts.get(0));
        assertThat(read(parts.get(1))).isEqualTo(Kind.UDP);
        assertThat(packet.payload().length()).isEqualTo(64);
    }

    private Kind read(byte[] frame) {
        return packet.read(ByteView.of(frame), LinkType.RAW, frame.length, time);
    }

    private byte[] datagram(int length) {
        byte[] payload = new byte[length];
        random.nextBytes(payload);
        return FrameBytes.udp(5000, 6000, payload);
    }

    private static List<byte[]> parts(byte[] datagram, int size, int id, boolean six) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < datagram.length; from += size) {
            parts.add(part(datagram, from, Math.min(from + size, datagram.length), id, six));
        }
        return parts;
    }

    private static byte[] part(byte[] datagram, int from, int to, int id, boolean six) {
        byte[] bytes = Arrays.copyOfRange(datagram, from, to);
        boolean more = to < datagram.length;
        if (six) {
            return six(bytes, from, more, id, 17);
        }
        byte[] frame = FrameBytes.ipv4(17, 1, 2, from / 8 | (more ? 0x2000 : 0), new byte[0], bytes);
        ByteBuffer.wrap(frame).putShort(4, (short) id);
        return frame;
    }

    private static byte[] six(byte[] bytes, int from, boolean more, int id, int next) {
        byte[] header = ByteBuffer.allocate(8)
                .put((byte) next)
                .put((byte) 0)
                .putShort((short) (from | (more ? 1 : 0)))
                .putInt(id)
                .array();
        return FrameBytes.ipv6(44, 1, 2, PacketTest.joined(header, bytes));
    }
}
