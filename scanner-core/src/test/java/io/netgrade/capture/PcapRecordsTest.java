// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapRecordsTest {
    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
    private final FrameLog log = new FrameLog();

    @Test
    void readsMicrosecondsInBothByteOrders() throws Exception {
        for (ByteOrder order : ORDERS) {
            log.lines.clear();

            CaptureExtent extent = read(two(order, PcapRecords.MICROSECONDS).bytes());

            assertThat(log.lines)
                    .containsExactly("1 link 1 at 1000000002000 3/3 010203", "2 link 1 at 1001000000000 1/60 ff");
            assertThat(extent)
                    .isEqualTo(new CaptureExtent(
                            2, 4, false, "", 1, 0, at("1970-01-01T00:16:40.000002Z"), at("1970-01-01T00:16:41Z")));
        }
    }

    @Test
    void readsNanosecondsInBothByteOrders() throws Exception {
        for (ByteOrder order : ORDERS) {
            log.lines.clear();

            read(two(order, PcapRecords.NANOSECONDS).bytes());

            assertThat(log.lines).first().isEqualTo("1 link 1 at 1000000000002 3/3 010203");
        }
    }

    @Test
    void readsTheModifiedFormatWhoseRecordsAreLonger() throws Exception {
        for (ByteOrder order : ORDERS) {
            log.lines.clear();
            CaptureBytes bytes = CaptureBytes.pcap(order, PcapRecords.MODIFIED, 113);
            bytes.ints(5, 6, 2, 2).ints(9, 9).raw((byte) 0xAA, (byte) 0xBB);

            read(bytes.bytes());

            assertThat(log.lines).containsExactly("1 link 113 at 5000006000 2/2 aabb");
        }
    }

    @Test
    void readsTimesAfter2038() throws Exception {
        byte[] bytes = CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, 1)
                .record(0xFFFF_FFFF, 0, 1, (byte) 1)
                .bytes();

        assertThat(read(bytes).firstTime()).contains(Instant.parse("2106-02-07T06:28:15Z"));
    }

    @Test
    void leavesOutTheFrameCheckBitsOfTheLinkType() throws Exception {
        read(CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS, 0x2400_0001)
                .record(0, 0, 1, (byte) 1)
                .bytes());

        assertThat(log.lines).containsExactly("1 link 1 at 0 1/1 01");
    }

    @Test
    void usesEveryTruncationUpToItsLastWholeRecord() throws Exception {
        byte[] whole = two(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS).bytes();
        int first = 24 + 16 + 3;

        for (int length = 24; length <= whole.length; length++) {
            log.lines.clear();
            CaptureExtent extent = read(Arrays.copyOf(whole, length));

            boolean boundary = length == 24 || length == first || length == whole.length;
            assertThat(log.lines).hasSize(length == whole.length ? 2 : length >= first ? 1 : 0);
            assertThat(extent.truncated()).isEqualTo(!boundary);
            if (!boundary) {
                assertThat(extent.problem()).contains("begins at byte " + (length < first ? 24 : first) + ";");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 23})
    void refusesAFileThatEndsInItsHeader(int length) {
        byte[] cut = Arrays.copyOf(
                two(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS).bytes(), length);

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(NotACaptureException.class)
                .hasMessage("x.pcap: cut off at byte " + length + ", within the file's header; record it again");
    }

    @Test
    void stopsAtARecordOfAnImpossibleLength() throws Exception {
        CaptureBytes bytes = two(ByteOrder.LITTLE_ENDIAN, PcapRecords.MICROSECONDS);
        int place = bytes.size();
        bytes.ints(0, 0, 0x7FFF_FFFF, 60).raw(new byte[100]).record(1, 1, 1, (byte) 1);

        CaptureExtent extent = read(bytes.bytes());

        assertThat(extent.packets()).isEqualTo(2);
        assertThat(extent.truncated()).isFalse();
        assertThat(extent.problem())
                .isEqualTo(
                        "damaged at byte " + place + ": a record of 2147483647 bytes; everything before it was read");
    }

    private static CaptureBytes two(ByteOrder order, int magic) {
        return CaptureBytes.pcap(order, magic, 1)
                .record(1000, 2, 3, (byte) 1, (byte) 2, (byte) 3)
                .record(1001, 0, 60, (byte) 0xFF);
    }

    private static java.util.Optional<Instant> at(String time) {
        return java.util.Optional.of(Instant.parse(time));
    }

    private CaptureExtent read(byte[] bytes) throws NotACaptureException {
        return CaptureReader.read("x.pcap", new ByteArrayInputStream(bytes), log);
    }
}
