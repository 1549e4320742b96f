// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.wire.ByteView;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngBlocksTest {
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private final FrameLog log = new FrameLog();

    @Test
    void readsEnhancedPacketsInBothByteOrders() throws Exception {
        for (ByteOrder order : List.of(BIG, LITTLE)) {
            log.lines.clear();
            CaptureBytes bytes = new CaptureBytes(order).section(order).interfaceOf(1, 0, -1);

            CaptureExtent extent = read(bytes.enhanced(0, 0x1_0000_0002L, 60, (byte) 7));

            assertThat(log.lines).containsExactly("1 link 1 at 4294967298000 1/60 07");
            assertThat(extent.snapped()).isEqualTo(1);
            assertThat(extent.problem()).isEmpty();
        }
    }

    @Test
    void readsSectionsAndInterfacesWithTheirOwnClocksAndLinkTypes() throws Exception {
        CaptureBytes bytes = new CaptureBytes(BIG)
                .section(BIG)
                .interfaceOf(1, 0, 9)
                .interfaceOf(113, 0, 3)
                .enhanced(0, 5, 1, (byte) 1)
                .enhanced(1, 5, 1, (byte) 2)
                .section(LITTLE)
                .interfaceOf(101, 0, 0x80 | 10)
                .enhanced(0, 1024 + 512, 1, (byte) 3);

        read(bytes);

        assertThat(log.lines)
                .containsExactly(
                        "1 link 1 at 5 1/1 01", "2 link 113 at 5000000 1/1 02", "3 link 101 at 1500000000 1/1 03");
    }

    @Test
    void countsTicksOfEveryResolution() {
        assertThat(clock(6).nanos(7)).isEqualTo(7000);
        assertThat(clock(12).nanos(7_000_000)).isEqualTo(7000);
        assertThat(clock(0).nanos(3)).isEqualTo(3_000_000_000L);
        assertThat(clock(0x80 | 32).nanos(0x1_8000_0000L)).isEqualTo(1_500_000_000L);
        assertThat(clock(0x80 | 40).nanos(3L << 39)).isEqualTo(1_500_000_000L);
        assertThat(clock(0x7F).nanos(Long.MAX_VALUE)).isZero();
        assertThat(clock(0xFF).nanos(Long.MAX_VALUE)).isZero();
    }

    @Test
    void readsSimplePacketsCutAtTheInterfacesLengthAndTimedByTheFrameBefore() throws Exception {
        CaptureBytes bytes = new CaptureBytes(LITTLE).section(LITTLE).interfaceOf(1, 2, 9);
        bytes.block(3, new CaptureBytes(LITTLE).ints(3).raw((byte) 1, (byte) 2, (byte) 0, (byte) 0));
        bytes.enhanced(0, 77, 1, (byte) 9);
        bytes.block(3, new CaptureBytes(LITTLE).ints(1).raw((byte) 4, (byte) 0, (byte) 0, (byte) 0));

        read(bytes);

        assertThat(log.lines)
                .containsExactly("1 link 1 at 0 2/3 0102", "2 link 1 at 77 1/1 09", "3 link 1 at 77 1/1 04");
    }

    @Test
    void readsObsoletePacketsWithTheirDrops() throws Exception {
        CaptureBytes bytes = new CaptureBytes(BIG).section(BIG).interfaceOf(1, 0, 9);
        CaptureBytes packet = new CaptureBytes(BIG)
                .shorts(0, 3)
                .ints(0, 8, 1, 1)
                .raw((byte) 1)
                .padded();
        CaptureBytes unknownDrops = new CaptureBytes(BIG).shorts(0, 0xFFFF).ints(0, 9, 0, 1);

        CaptureExtent extent = read(bytes.block(2, packet).block(2, unknownDrops));

        assertThat(log.lines).containsExactly("1 link 1 at 8 1/1 01", "2 link 1 at 9 0/1 ");
        assertThat(extent.dropped()).isEqualTo(3);
    }

    @Test
    void readsTheLastDropCountersOfEachInterfaceAndSection() throws Exception {
        CaptureBytes bytes = new CaptureBytes(LITTLE);
        for (int section = 0; section < 2; section++) {
            bytes.section(LITTLE).interfaceOf(1, 0, 9).interfaceOf(1, 0, 9);
            bytes.block(5, drops(0, 2))
                    .block(5, drops(0, 5))
                    .block(5, drops(1, 10))
                    .block(5, drops(9, 99));
        }

        assertThat(read(bytes).dropped()).isEqualTo(30);
    }

    @Test
    void addsUpTheDropsThatPacketsTellOf() throws Exception {
        CaptureBytes bytes = new CaptureBytes(LITTLE).section(LITTLE).interfaceOf(1, 0, 9);
        for (int i = 0; i < 3; i++) {
            CaptureBytes packet = new CaptureBytes(LITTLE)
                    .ints(0, 0, i, 5, 5)
                    .raw(new byte[8])
                    // The flags, then the frames lost before this one.
                    .shorts(2, 4)
                    .ints(1)
                    .shorts(4, 8)
                    .longs(2)
                    .shorts(0, 0);
            bytes.block(6, packet);
        }

        assertThat(read(bytes).dropped()).isEqualTo(6);
    }

    @Test
    void addsTheSecondsThatAnInterfaceIsOff() throws Exception {
        CaptureBytes described = new CaptureBytes(BIG)
                .shorts(1, 0)
                .ints(0)
                .shorts(14, 8)
                .longs(1_000_000)
                .shorts(9, 1)
                .raw((byte) 3, (byte) 0, (byte) 0, (byte) 0)
                .shorts(0, 0);

        read(new CaptureBytes(BIG).section(BIG).block(1, described).enhanced(0, 1500, 1, (byte) 1));

        assertThat(log.lines).containsExactly("1 link 1 at 1000001500000000 1/1 01");
    }

    @Test
    void passesOverNamesAndSecrets() throws Exception {
        CaptureBytes bytes = new CaptureBytes(LITTLE).section(LITTLE).interfaceOf(1, 0, 9);
        CaptureBytes names = new CaptureBytes(LITTLE)
                .shorts(1, 7)
                .raw((byte) 10, (byte) 0, (byte) 0, (byte) 1, (byte) 'a', (byte) 'b', (byte) 0, (byte) 0)
                .shorts(0, 0);
        CaptureBytes secrets = new CaptureBytes(LITTLE).ints(0x544C534B, 12).raw("CLIENT_RANDO".getBytes(US_ASCII));
        bytes.block(4, names).block(10, secrets).enhanced(0, 1, 1, (byte) 1);

        assertThat(read(bytes).packets()).isEqualTo(1);
        assertThat(log.lines).containsExactly("1 link 1 at 1 1/1 01");
    }

    @Test
    void passesOverBlocksThatItDoesNotKnow() throws Exception {
        CaptureBytes bytes = new CaptureBytes(BIG).section(BIG).interfaceOf(1, 0, 9);
        bytes.block(0xBAD, new CaptureBytes(BIG).raw(new byte[40])).enhanced(0, 1, 1, (byte) 1);

        assertThat(read(bytes).packets()).isEqualTo(1);
    }

    @Test
    void usesEveryTruncationUpToItsLastWholeBlock() throws Exception {
        CaptureBytes bytes = new CaptureBytes(LITTLE).section(LITTLE).interfaceOf(1, 0, 9);
        int described = bytes.size();
        bytes.enhanced(0, 1, 1, (byte) 1);
        int first = bytes.size();
        byte[] whole = bytes.enhanced(0, 2, 1, (byte) 2).bytes();

        for (int length = 28; length <= whole.length; length++) {
            log.lines.clear();
            CaptureExtent extent = read(new CaptureBytes(BIG).raw(Arrays.copyOf(whole, length)));

            assertThat(extent.packets()).isEqualTo(length == whole.length ? 2 : length >= first ? 1 : 0);
            boolean boundary = List.of(28, described, first, whole.length).contains(length);
            assertThat(extent.truncated()).as("cut at %d", length).isEqualTo(!boundary);
        }
    }

    @Test
    void stopsAtDamageAndTellsWhere() throws Exception {
        CaptureBytes sound =
                new CaptureBytes(BIG).section(BIG).interfaceOf(1, 0, 9).enhanced(0, 1, 1, (byte) 1);
        byte[] before = sound.bytes();

        for (CaptureBytes damage : List.of(
                new CaptureBytes(BIG).ints(6, 8, 8, 8),
                new CaptureBytes(BIG).ints(6, 33, 0, 0).raw(new byte[40]),
                new CaptureBytes(BIG).ints(6, -4, 0, 0),
                new CaptureBytes(BIG).ints(6, 16, 0, 20),
                new CaptureBytes(BIG).enhanced(7, 1, 1, (byte) 1),
                new CaptureBytes(BIG).block(6, new CaptureBytes(BIG).ints(0, 0, 0, 5, 5)),
                new CaptureBytes(BIG).block(6, new CaptureBytes(BIG).ints(0)),
                new CaptureBytes(BIG).block(2, new CaptureBytes(BIG).ints(0)),
                new CaptureBytes(BIG).block(3, new CaptureBytes(BIG)),
                new CaptureBytes(BIG).block(1, new CaptureBytes(BIG).ints(0)),
                new CaptureBytes(BIG).block(0x0A0D0D0A, new CaptureBytes(BIG).ints(0, 0, 0, 0)))) {
            CaptureExtent extent = read(new CaptureBytes(BIG).raw(before).raw(damage.bytes()));

            assertThat(extent.packets()).isEqualTo(1);
            assertThat(extent.truncated()).isFalse();
            assertThat(extent.problem()).startsWith("damaged at byte " + before.length + ": ");
        }
    }

    @Test
    void refusesAFileThatEndsInItsFirstBlock() {
        CaptureBytes bytes = new CaptureBytes(BIG)
                .raw(Arrays.copyOf(new CaptureBytes(BIG).section(BIG).bytes(), 27));

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(NotACaptureException.class)
                .hasMessageContaining("cut off at byte 27");
    }

    private static PcapngInterface clock(int resolution) {
        CaptureBytes options = new CaptureBytes(BIG).shorts(9, 1).raw((byte) resolution, (byte) 0, (byte) 0, (byte) 0);
        PcapngOptions option = new PcapngOptions().over(ByteView.of(options.bytes()), false, 0, options.size());
        PcapngInterface clock = new PcapngInterface(1, 0);
        assertThat(option.next()).isTrue();
        clock.option(option);
        return clock;
    }

    private static CaptureBytes drops(int id, long frames) {
        return new CaptureBytes(LITTLE)
                .ints(id, 0, 0)
                .shorts(5, 8)
                .longs(frames)
                .shorts(0, 0);
    }

    private CaptureExtent read(CaptureBytes bytes) throws NotACaptureException {
        return CaptureReader.read("x.pcapng", new ByteArrayInputStream(bytes.bytes()), log);
    }
}
