// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignallingLinksTest {
    private static final String UNIT_DATA = "09 00 03 05 07 02 42 06 02 42 08 02 48 01";
    private static final String RELEASE = "05 00 0C 02 00 02 80 90";
    private static final long NATIONAL = 2L << 32;

    private final Packet packet = new Packet();

    @Test
    void handsOverOtherUsersWithTheirServiceInformation() {
        assertThat(read(141, "85 01800000" + RELEASE)).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.MTP3);
        assertThat(packet.payload().u8(0)).isEqualTo(0x85);
        assertThat(read(142, "09 00 03 05 07")).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(EtherType.SCCP);
    }

    @Test
    void whatALinkSaysOnItsOwnIsNothingToFollow() {
        for (String unit : List.of("8180 00", "8180 01 00", "8180 02 0200", "8180 00 BEEF")) {
            assertThat(read(140, unit)).as(unit).isEqualTo(Kind.NOT_IP);
            assertThat(packet.pointCodesUntold()).isFalse();
        }
        assertThat(read(139, "0001 0001 0100 0200 0000")).as("high speed").isEqualTo(Kind.NOT_IP);
    }

    @Test
    void whatStandsBehindTheLengthIsNoPartOfTheMessage() {
        assertThat(read(140, "8180 13 83 01800000" + UNIT_DATA + "BEEF")).isEqualTo(Kind.LINK);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex(UNIT_DATA));
        assertThat(packet.payloadOnWire()).isEqualTo(14);
        assertThat(read(139, "0001 0001 0100 0200 1300 83 01800000" + UNIT_DATA + "BEEF"))
                .isEqualTo(Kind.LINK);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex(UNIT_DATA));
    }

    @Test
    void aMessageLongerThanTheLengthCanSayGoesToTheEnd() {
        String data = "09 00 03 05 07 02 42 06 02 42 08 50" + "48".repeat(0x50);
        assertThat(read(140, "8180 3F 83 01800000" + data)).isEqualTo(Kind.LINK);
        assertThat(packet.payload().length()).isEqualTo(12 + 0x50);
    }

    @ParameterizedTest
    @CsvSource({
        "83 030201 060504 00, 010203, 040506",
        "83 0200 0300 07, 2, 3",
        "83 01800000, 1, 2",
    })
    void tellsTheLabelByTheMessageBehindIt(String label, String destination, String origin) {
        assertThat(read(141, label + UNIT_DATA)).isEqualTo(Kind.LINK);
        assertThat(packet.destinationHigh()).isEqualTo(Packet.POINT_CODES);
        assertThat(packet.destinationLow()).isEqualTo(NATIONAL | Long.parseLong(destination, 16));
        assertThat(packet.sourceLow()).isEqualTo(NATIONAL | Long.parseLong(origin, 16));
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex(UNIT_DATA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "82 030201 060504 00 11 20 A5A5",
                "80 030201 060504 00 14 2A0102",
                "85 030201 060504 00" + RELEASE,
                // The initial address of ANSI's ISUP has two variable parts.
                "85 030201 060504 00 0500 01 00 6001 0A 03 06 09 03 808000 03 8310 94 03 01 00 00",
                "83 030201 060504 00 06 010203 00 01 02 0001",
                "83 030201 060504 00 01 010203 02 02 05 03 43 0108 06 02 0100 00",
                "83 030201 060504 00 13 00 0F 0700 0800 0900 0000 02 4206 02 4208 0200 4801",
            })
    void tellsTheLabelByEveryUserThatIsKnown(String message) {
        assertThat(read(141, message)).isEqualTo(Kind.LINK);
        assertThat(packet.destinationLow()).isEqualTo(NATIONAL | 0x010203);
        assertThat(packet.sourceLow()).isEqualTo(NATIONAL | 0x040506);
    }

    @Test
    void ofSeveralLabelsItIsTheOneWhoseMessageHasTheMostParts() {
        // Behind four octets stands a data form 2, whose type is the link selection of Japan's label.
        assertThat(read(141, "83 0200 0300 07" + UNIT_DATA)).isEqualTo(Kind.LINK);
        assertThat(packet.payload().bytes()).isEqualTo(LinkFrames.hex(UNIT_DATA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8D 030201 060504 00 0102030405",
                "83 030201 060504 00 09 00 03 05 07 02 42 06 02 42 08 03 48 01",
                "85 030201 060504 00 05 00 0C 02 00 03 80 90",
                "82 030201 060504 00 11 30 A5A5",
            })
    void countsMessagesOfNationalNetworksOfWhichNothingTellsTheLabel(String message) {
        assertThat(read(141, message)).isEqualTo(Kind.NOT_IP);
        assertThat(packet.pointCodesUntold()).isTrue();
    }

    @Test
    void onAnInternationalNetworkTheLabelIsTheItus() {
        assertThat(read(141, "0D 01800000 0102030405")).isEqualTo(Kind.LINK);
        assertThat(packet.sourceLow()).isEqualTo(2);
        assertThat(packet.pointCodesUntold()).isFalse();
    }

    @Test
    void whatNothingTellsHasTheLabelThatWasToldLastInItsNetwork() {
        String unknown = "8D 030201 060504 00 0102030405";
        String complete = "83 030201 060504 00 05 010203 040506";
        assertThat(read(141, complete)).as("nothing is pointed to").isEqualTo(Kind.NOT_IP);
        read(141, "83 030201 060504 00" + UNIT_DATA);

        for (String message : List.of(unknown, complete)) {
            assertThat(read(141, message)).isEqualTo(Kind.LINK);
            assertThat(packet.sourceLow()).isEqualTo(NATIONAL | 0x040506);
        }
        assertThat(read(141, "C" + unknown.substring(1))).as("another network").isEqualTo(Kind.NOT_IP);

        read(141, "83 01800000" + UNIT_DATA);
        assertThat(read(141, unknown)).isEqualTo(Kind.LINK);
        assertThat(packet.destinationLow()).isEqualTo(NATIONAL | 0x0203);
    }

    @ParameterizedTest
    @CsvSource({
        "139, 0000 0001 8180 13 83 01800000",
        "139, 0001 0001 0100 0200 1300 83 01800000",
        "140, 8180 13 83 01800000",
        "141, 83 030201 060504 00",
        "141, 83 0200 0300 07",
        "142, ''",
    })
    void takesEveryTruncationForOne(int linkType, String below) {
        byte[] frame = LinkFrames.hex(below + UNIT_DATA);
        for (int length = 0; length < frame.length; length++) {
            Packet fresh = new Packet();
            Kind kind = fresh.read(ByteView.of(Arrays.copyOf(frame, length)), linkType, frame.length);
            assertThat(kind).as("%d bytes", length).isIn(Kind.CUT, Kind.NOT_IP, Kind.LINK);
            if (linkType == 141) {
                assertThat(kind).as("%d bytes", length).isNotEqualTo(Kind.LINK);
            }
        }
    }

    private Kind read(int linkType, String digits) {
        byte[] frame = LinkFrames.hex(digits);
        return packet.read(ByteView.of(frame), linkType, frame.length);
    }
}
