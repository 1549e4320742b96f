// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.packet.LinkFrames.LinkFrame;
import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkTypesTest {
    private final Packet packet = new Packet();

    static Stream<LinkFrame> frames() {
        return LinkFrames.all().stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void readsThroughEveryLinkHeader(LinkFrame frame) {
        assertThat(read(frame.linkType(), frame.bytes())).isEqualTo(Kind.UDP);
        assertThat(packet.sourcePort()).isEqualTo(5000);
        assertThat(packet.destinationPort()).isEqualTo(6000);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.PAYLOAD);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void takesEveryTruncationForOne(LinkFrame frame) {
        for (int length = 0; length < frame.bytes().length - LinkFrames.PAYLOAD.length; length++) {
            ByteView cut = ByteView.of(Arrays.copyOf(frame.bytes(), length));

            assertThat(packet.read(cut, frame.linkType(), frame.bytes().length))
                    .as("%d bytes", length)
                    .isIn(Kind.CUT, Kind.NOT_IP, Kind.LINK);
        }
    }

    @Test
    void handsOverProtocolsOfTheLinkLayer() {
        assertThat(read(1, "0180C2000000 020000000001 8864 1100 0001 0004 C021 0101"))
                .isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.PPPOE);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex("1100 0001 0004 C021 0101"));
        assertThat(read(51, "1100 0001 0004 C021 0101")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.PPPOE);
        assertThat(packet.sourceHigh() | packet.sourceLow()).isZero();
        for (String isis : List.of("0F00 FEFE 03 83", "0F00 FEFE 83")) {
            assertThat(read(104, isis + "1B")).isEqualTo(Kind.LINK);
            assertThat(packet.protocol()).isEqualTo(EtherType.ISIS);
            assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex("83 1B"));
        }
        assertThat(read(9, "FF03 0023 83 1B")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.ISIS);
        assertThat(read(1, "0180C2000014 020000000001 8870 FEFE03 83 1B")).isEqualTo(Kind.LINK);
        assertThat(packet.multicast()).isTrue();
    }

    @Test
    void handsOverWhatSwitchesSayToEachOther() {
        String stations = "0180C2000000 020000000001 0026";

        assertThat(read(1, stations + "424203 0000 00 00")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.SPANNING_TREE);
        assertThat(read(1, stations + "AAAA03 00000C 010B 0000 00 00")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.SPANNING_TREE);
        assertThat(read(1, stations + "AAAA03 00000C 2000 02B4")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.CISCO_DISCOVERY);
        assertThat(read(1, stations + "AAAA03 00000C 2004 01")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.CISCO_TRUNKING);
        assertThat(read(1, stations + "AAAA03 00000C 2003 01")).isEqualTo(Kind.NOT_IP);
    }

    @Test
    void namesStationsOfWirelessNetworksByTheDirectionOfTheFrame() {
        String addresses = "0000 020000000001 020000000002 020000000003 0000";
        String body = "AAAA03 000000 88CC 0000";
        for (String[] frame : new String[][] {
            {"0800" + addresses + body, "2", "1"},
            {"0801" + addresses + body, "2", "3"},
            {"0802" + addresses + body, "3", "1"},
            {"0803" + addresses + "020000000004" + body, "4", "3"}
        }) {
            assertThat(read(105, frame[0])).isEqualTo(Kind.LINK);
            assertThat(packet.sourceLow() & 0xFF).isEqualTo(Long.parseLong(frame[1]));
            assertThat(packet.destinationLow() & 0xFF).isEqualTo(Long.parseLong(frame[2]));
        }
    }

    @Test
    void leavesWirelessFramesThatHoldNoWholeDataInClear() {
        String addresses = "0000 020000000001 020000000002 020000000003";
        String body = "AAAA03 000000 0800 45";
        for (String frame : List.of(
                "8000" + addresses + "0000" + body,
                "4800" + addresses + "0000" + body,
                "0840" + addresses + "0000" + body,
                "0804" + addresses + "0000" + body,
                "0800" + addresses + "0100" + body,
                "D400 0000 020000000001")) {
            assertThat(read(105, frame)).as(frame).isEqualTo(Kind.NOT_IP);
        }
    }

    @Test
    void tellsWhatTheLinkEncryptsAndAggregatesFromWhatItDoesNot() {
        String addresses = "0000 020000000001 020000000002 020000000003 0000";
        read(105, "0840" + addresses + "0102030400000000");
        assertThat(packet.linkEncrypted()).isTrue();
        read(105, "8040" + addresses + "0102030400000000");
        assertThat(packet.linkEncrypted()).as("a beacon").isFalse();
        read(1, "020000000002 020000000001 88E5 2C 00 00000001");
        assertThat(packet.linkEncrypted()).isTrue();
        read(1, "020000000002 020000000001 88CC 00");
        assertThat(packet.linkEncrypted()).isFalse();
        String subframe = "020000000002 020000000001 000A AAAA03 000000 88CC 0000";
        read(105, "8801" + addresses + "8000" + subframe);
        assertThat(packet.aggregate()).isFalse();
        assertThat(read(105, "8801" + addresses + "8000" + subframe + subframe)).isEqualTo(Kind.LINK);
        assertThat(packet.aggregate()).isTrue();
        assertThat(packet.payload().length()).isEqualTo(2);
        read(1, "020000000002 020000000001 88CC 00");
        assertThat(packet.aggregate()).isFalse();
    }

    @Test
    void handsOverSignallingBetweenPointCodes() {
        String unitData = "09 00 03 05 07 02 42 06 02 42 08 02 4801";
        // Destination 1, origin 2 of 14 bits; national network.
        assertThat(read(141, "83 01800000" + unitData)).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.SCCP);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex(unitData));
        assertThat(packet.destinationHigh()).isEqualTo(0x0100_0000_0000_0000L);
        assertThat(packet.destinationLow()).isEqualTo(0x2_0000_0001L);
        assertThat(packet.sourceLow()).isEqualTo(0x2_0000_0002L);
        assertThat(read(140, "8180 13 83 01800000" + unitData)).isEqualTo(Kind.LINK);
        assertThat(packet.sourceLow()).isEqualTo(0x2_0000_0002L);
        assertThat(read(139, "00000001 8180 13 83 01800000" + unitData)).isEqualTo(Kind.LINK);
        assertThat(packet.sourceLow()).isEqualTo(0x2_0000_0002L);
        assertThat(read(139, "00010001 0100 0200 1300 83 01800000" + unitData)).isEqualTo(Kind.LINK);
        assertThat(packet.sourceLow()).isEqualTo(0x2_0000_0002L);
        // Codes of 24 bits: destination 1-2-3, origin 4-5-6.
        assertThat(read(141, "83 030201 060504 00" + unitData)).isEqualTo(Kind.LINK);
        assertThat(packet.destinationLow()).isEqualTo(0x2_0001_0203L);
        assertThat(packet.sourceLow()).isEqualTo(0x2_0004_0506L);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex(unitData));
    }

    @Test
    void goesIntoSoManyHeadersAndNoDeeper() {
        String nested = "";
        for (int i = 0; i < 20; i++) {
            nested += "020000000002 020000000001 88E7 00000001";
        }

        assertThat(read(1, nested)).isEqualTo(Kind.MALFORMED);
        assertThat(read(219, "00010040".repeat(17) + "00010140 45")).isEqualTo(Kind.MALFORMED);
    }

    private Kind read(int linkType, String digits) {
        return read(linkType, LinkFrames.hex(digits));
    }

    private Kind read(int linkType, byte[] frame) {
        return packet.read(ByteView.of(frame), linkType, frame.length);
    }
}
