// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketTest {
    private static final int SOURCE = 0x0A00_0001;
    private static final int DESTINATION = 0xC0A8_0102;
    private static final byte[] SEGMENT = FrameBytes.tcp(1234, 80, -5, 7, FrameBytes.ACK, FrameBytes.text("hello"));
    private static final byte[] DATAGRAM = FrameBytes.udp(53, 5353, FrameBytes.text("hello"));
    private static final byte[] IPV4 = FrameBytes.ipv4(6, SOURCE, DESTINATION, SEGMENT);
    private static final byte[] IPV6 = FrameBytes.ipv6(17, 1, 2, DATAGRAM);

    private final Packet packet = new Packet();

    @Test
    void readsTcpOverIpv4() {
        assertThat(read(FrameBytes.ethernet(0x0800, IPV4), LinkType.ETHERNET)).isEqualTo(Kind.TCP);

        assertThat(packet.isIpv6()).isFalse();
        assertThat(packet.sourceHigh()).isZero();
        assertThat(packet.sourceLow()).isEqualTo(0x0A00_0001L);
        assertThat(packet.destinationLow()).isEqualTo(0xC0A8_0102L);
        assertThat(packet.sourcePort()).isEqualTo(1234);
        assertThat(packet.destinationPort()).isEqualTo(80);
        assertThat(packet.tcp().sequence()).isEqualTo(-5);
        assertThat(packet.tcp().acknowledgment()).isEqualTo(7);
        assertThat(packet.tcp().ack()).isTrue();
        assertThat(packet.tcp().syn() || packet.tcp().fin() || packet.tcp().rst())
                .isFalse();
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void readsUdpOverIpv6() {
        assertThat(read(FrameBytes.ethernet(0x86DD, IPV6), LinkType.ETHERNET)).isEqualTo(Kind.UDP);

        assertThat(packet.isIpv6()).isTrue();
        assertThat(packet.sourceHigh()).isEqualTo(0x2001_0db8_0000_0000L);
        assertThat(packet.sourceLow()).isEqualTo(1);
        assertThat(packet.destinationLow()).isEqualTo(2);
        assertThat(packet.sourcePort()).isEqualTo(53);
        assertThat(packet.destinationPort()).isEqualTo(5353);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void readsEveryLinkType() {
        for (int linkType : new int[] {12, 14, 101}) {
            assertThat(read(IPV4, linkType)).isEqualTo(Kind.TCP);
            assertThat(read(IPV6, linkType)).isEqualTo(Kind.UDP);
        }
        assertThat(read(IPV4, LinkType.IPV4)).isEqualTo(Kind.TCP);
        assertThat(read(IPV6, LinkType.IPV6)).isEqualTo(Kind.UDP);
        assertThat(read(joined(new byte[] {0, 0, 0, 2}, IPV4), LinkType.LOOP)).isEqualTo(Kind.TCP);
        for (byte family : new byte[] {10, 24, 28, 30}) {
            assertThat(read(joined(new byte[] {family, 0, 0, 0}, IPV6), LinkType.NULL))
                    .isEqualTo(Kind.UDP);
        }
        assertThat(read(joined(cooked(0x0800), IPV4), LinkType.LINUX_SLL)).isEqualTo(Kind.TCP);
        assertThat(read(joined(cooked2(0x86DD), IPV6), LinkType.LINUX_SLL2)).isEqualTo(Kind.UDP);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void readsThroughVlanTags() {
        byte[] inner = FrameBytes.tag(7, 0x0800, IPV4);

        assertThat(read(FrameBytes.ethernet(0x8100, inner), LinkType.ETHERNET)).isEqualTo(Kind.TCP);
        assertThat(read(FrameBytes.ethernet(0x88A8, FrameBytes.tag(9, 0x8100, inner)), LinkType.ETHERNET))
                .isEqualTo(Kind.TCP);
        assertThat(read(FrameBytes.ethernet(0x9100, FrameBytes.tag(9, 0x8100, inner)), LinkType.ETHERNET))
                .isEqualTo(Kind.TCP);
        assertThat(read(joined(cooked(0x8100), inner), LinkType.LINUX_SLL)).isEqualTo(Kind.TCP);
        assertThat(read(joined(cooked2(0x8100), inner), LinkType.LINUX_SLL2)).isEqualTo(Kind.TCP);
        byte[] many = inner;
        for (int i = 0; i < 4; i++) {
            many = FrameBytes.tag(1, 0x8100, many);
        }
        assertThat(read(FrameBytes.ethernet(0x8100, many), LinkType.ETHERNET)).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void tellsTheOutermostVlan() {
        EthernetHeader header = new EthernetHeader();

        byte[] twice = FrameBytes.tag(0xF009, 0x8100, FrameBytes.tag(7, 0x0800, IPV4));
        header.wrap(ByteView.of(FrameBytes.ethernet(0x88A8, twice)), 0, LinkLayer.ETHERNET);

        assertThat(header.vlan()).isEqualTo(9);
        assertThat(header.payloadAt()).isEqualTo(22);
        assertThat(header.next()).isEqualTo(EtherType.IPV4);
        header.wrap(ByteView.of(FrameBytes.ethernet(0x0800, IPV4)), 0, LinkLayer.ETHERNET);
        assertThat(header.vlan()).isEqualTo(-1);
    }

    @Test
    void refusesEveryTruncationOfTheHeadersAsMalformedOrCut() {
        for (byte[] frame : List.of(
                FrameBytes.ethernet(
                        0x8100, FrameBytes.tag(1, 0x0800, FrameBytes.ipv4(6, 1, 2, 0, new byte[8], SEGMENT))),
                FrameBytes.ethernet(
                        0x86DD, FrameBytes.ipv6(0, 1, 2, joined(new byte[] {17, 0, 0, 0, 0, 0, 0, 0}, DATAGRAM))))) {
            for (int length = 0; length < frame.length - 5; length++) {
                byte[] cut = Arrays.copyOf(frame, length);

                assertThat(packet.read(ByteView.of(cut), LinkType.ETHERNET, length))
                        .as("%d bytes", length)
                        .isEqualTo(Kind.MALFORMED);
                assertThat(packet.read(ByteView.of(cut), LinkType.ETHERNET, frame.length))
                        .isEqualTo(Kind.CUT);
            }
        }
        for (int linkType : new int[] {0, 12, 14, 101, 108, 113, 228, 229, 276}) {
            assertThat(read(new byte[0], linkType)).isEqualTo(Kind.MALFORMED);
            assertThat(read(new byte[3], linkType)).isNotIn(Kind.TCP, Kind.UDP, Kind.OTHER);
        }
    }

    @Test
    void tellsHowMuchOfThePayloadIsMissing() {
        byte[] frame = FrameBytes.ethernet(0x0800, IPV4);

        assertThat(packet.read(ByteView.of(Arrays.copyOf(frame, frame.length - 3)), LinkType.ETHERNET, frame.length))
                .isEqualTo(Kind.TCP);

        assertThat(payload()).isEqualTo("he");
        assertThat(packet.payloadOnWire()).isEqualTo(5);
    }

    @Test
    void leavesOutThePaddingOfShortFrames() {
        byte[] padded = Arrays.copyOf(FrameBytes.ethernet(0x0800, IPV4), 80);

        assertThat(read(padded, LinkType.ETHERNET)).isEqualTo(Kind.TCP);

        assertThat(payload()).isEqualTo("hello");
        assertThat(packet.payloadOnWire()).isEqualTo(5);
    }

    @Test
    void readsASegmentThatTheNetworkCardWillCutUp() {
        byte[] frame = FrameBytes.ethernet(0x0800, IPV4);
        frame[16] = 0;
        frame[17] = 0;

        assertThat(read(frame, LinkType.ETHERNET)).isEqualTo(Kind.TCP);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void readsFirstFragmentsAndFlagsThem() {
        byte[] large = FrameBytes.udp(1, 2, new byte[100]);
        byte[] first = FrameBytes.ipv4(17, SOURCE, DESTINATION, 0x2000, new byte[0], Arrays.copyOf(large, 48));
        byte[] later = FrameBytes.ipv4(17, SOURCE, DESTINATION, 6, new byte[0], new byte[48]);

        assertThat(read(first, LinkType.RAW)).isEqualTo(Kind.UDP);
        assertThat(packet.fragment()).isTrue();
        assertThat(packet.payload().length()).isEqualTo(40);
        assertThat(packet.payloadOnWire()).isEqualTo(100);
        assertThat(read(later, LinkType.RAW)).isEqualTo(Kind.FRAGMENT);
        assertThat(read(IPV4, LinkType.RAW)).isEqualTo(Kind.TCP);
        assertThat(packet.fragment()).isFalse();
    }

    @Test
    void readsIpv6FragmentsAndWholeOnesThatOnlyLookLikeThem() {
        assertThat(read(
                        FrameBytes.ipv6(44, 1, 2, joined(new byte[] {17, 0, 0, 1, 0, 0, 0, 9}, DATAGRAM)),
                        LinkType.RAW))
                .isEqualTo(Kind.UDP);
        assertThat(packet.fragment()).isTrue();
        assertThat(read(
                        FrameBytes.ipv6(44, 1, 2, joined(new byte[] {17, 0, 0, 8, 0, 0, 0, 9}, DATAGRAM)),
                        LinkType.RAW))
                .isEqualTo(Kind.FRAGMENT);
        assertThat(read(
                        FrameBytes.ipv6(44, 1, 2, joined(new byte[] {17, 0, 0, 0, 0, 0, 0, 9}, DATAGRAM)),
                        LinkType.RAW))
                .isEqualTo(Kind.UDP);
        assertThat(packet.fragment()).isFalse();
    }

    @Test
    void followsIpv6ExtensionHeadersSoManyAndNoMore() {
        byte[] mobility = {43, 0, 0, 0, 0, 0, 0, 0};
        byte[] routing = {60, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] options = {17, 0, 0, 0, 0, 0, 0, 0};

        assertThat(read(FrameBytes.ipv6(135, 1, 2, joined(mobility, routing, options, DATAGRAM)), LinkType.RAW))
                .isEqualTo(Kind.UDP);
        assertThat(payload()).isEqualTo("hello");
        List<byte[]> chain = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            chain.add(new byte[] {60, 0, 0, 0, 0, 0, 0, 0});
        }
        assertThat(read(FrameBytes.ipv6(60, 1, 2, joined(chain.toArray(byte[][]::new))), LinkType.RAW))
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void leavesWhatIsSignedToTheReaderOfTheSignature() {
        byte[] authentication = {17, 4, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

        assertThat(read(FrameBytes.ipv6(51, 1, 2, joined(authentication, DATAGRAM)), LinkType.RAW))
                .isEqualTo(Kind.OTHER);
        assertThat(packet.protocol()).isEqualTo(51);
    }

    @Test
    void refusesHeadersThatContradictThemselves() {
        byte[] shortHeader = IPV4.clone();
        shortHeader[0] = 0x44;
        byte[] shortTotal = IPV4.clone();
        shortTotal[3] = 19;
        byte[] shortOffset = FrameBytes.ipv4(6, 1, 2, FrameBytes.tcp(1, 2, 3, 4, 0, new byte[0]));
        shortOffset[32] = 0x40;
        byte[] longDatagram = FrameBytes.ipv4(17, 1, 2, DATAGRAM);
        longDatagram[25] = 99;
        byte[] shortDatagram = FrameBytes.ipv4(17, 1, 2, DATAGRAM);
        shortDatagram[25] = 7;

        for (byte[] wrong : List.of(shortHeader, shortTotal, shortOffset, longDatagram, shortDatagram)) {
            assertThat(read(wrong, LinkType.RAW)).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void tellsWhatItDoesNotRead() {
        assertThat(read(new byte[60], 9999)).isEqualTo(Kind.UNSUPPORTED_LINK);
        assertThat(read(FrameBytes.ethernet(0x88E5, new byte[40]), LinkType.ETHERNET))
                .isEqualTo(Kind.NOT_IP);
        assertThat(packet.protocol()).isEqualTo(EtherType.MACSEC);
        assertThat(read(FrameBytes.ethernet(40, new byte[40]), LinkType.ETHERNET))
                .isEqualTo(Kind.NOT_IP);
        assertThat(packet.protocol()).isZero();
        assertThat(read(FrameBytes.ipv4(47, 1, 2, FrameBytes.text("inner")), LinkType.RAW))
                .isEqualTo(Kind.OTHER);
        assertThat(packet.protocol()).isEqualTo(47);
        assertThat(payload()).isEqualTo("inner");
        assertThat(packet.payloadOnWire()).isEqualTo(5);
    }

    @Test
    void readsSctpAsFarAsItsChunks() {
        byte[] sctp = joined(new byte[] {0x0B, 0x59, 0x0B, 0x5A, 0, 0, 0, 1, 0, 0, 0, 0}, FrameBytes.text("chunks"));

        assertThat(read(FrameBytes.ipv4(132, 1, 2, sctp), LinkType.RAW)).isEqualTo(Kind.SCTP);
        assertThat(packet.sourcePort()).isEqualTo(2905);
        assertThat(packet.destinationPort()).isEqualTo(2906);
        assertThat(payload()).isEqualTo("chunks");
        assertThat(read(FrameBytes.ipv6(132, 1, 2, Arrays.copyOf(sctp, 11)), LinkType.RAW))
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void readsProtocolsOfTheLinkLayerBetweenStations() {
        byte[] frame = FrameBytes.ethernet(0x88CC, FrameBytes.text("lldp"));
        frame[0] = 0x01;
        frame[6] = 0x02;
        frame[11] = 0x05;

        assertThat(read(frame, LinkType.ETHERNET)).isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(0x88CC);
        assertThat(payload()).isEqualTo("lldp");
        assertThat(packet.isIpv6()).isTrue();
        assertThat(packet.sourceHigh()).isEqualTo(0xFE80_0000_0000_0000L);
        assertThat(packet.sourceLow()).isEqualTo(0x0000_00FF_FE00_0005L);
        assertThat(packet.destinationLow()).isEqualTo(0x0300_00FF_FE00_0000L);
        assertThat(packet.multicast()).isTrue();
        assertThat(packet.timeToLive()).isEqualTo(-1);
    }

    @Test
    void readsIsIsAndSnapInLlcWithoutTheirPadding() {
        byte[] isis = joined(new byte[] {(byte) 0xFE, (byte) 0xFE, 3, (byte) 0x83}, FrameBytes.text("hello"));
        byte[] snap = joined(new byte[] {(byte) 0xAA, (byte) 0xAA, 3, 0, 0, 0, 8, 0}, IPV4);

        assertThat(read(Arrays.copyOf(FrameBytes.ethernet(9, isis), 60), LinkType.ETHERNET))
                .isEqualTo(Kind.LINK);
        assertThat(packet.protocol()).isEqualTo(124);
        assertThat(packet.payload().bytes()).isEqualTo(Arrays.copyOfRange(isis, 3, 9));
        assertThat(packet.payloadOnWire()).isEqualTo(6);
        assertThat(read(FrameBytes.ethernet(snap.length, snap), LinkType.ETHERNET))
                .isEqualTo(Kind.TCP);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void tellsTimeToLiveMulticastAndTcpAuthentication() {
        byte[] segment = joined(SEGMENT, new byte[20]);
        segment[12] = (byte) 0xA0;
        segment[20] = 1;
        segment[21] = 19;
        segment[22] = 18;
        read(FrameBytes.ipv4(6, SOURCE, 0xE000_0005, segment), LinkType.RAW);

        assertThat(packet.timeToLive()).isEqualTo(64);
        assertThat(packet.multicast()).isTrue();
        assertThat(packet.tcpMd5()).isTrue();
        assertThat(packet.tcpAo()).isFalse();
        segment[21] = 29;
        read(FrameBytes.ipv4(6, SOURCE, DESTINATION, segment), LinkType.RAW);
        assertThat(packet.tcpAo()).isTrue();
        assertThat(packet.multicast()).isFalse();
        segment[22] = 40;
        read(FrameBytes.ipv4(6, SOURCE, -1, segment), LinkType.RAW);
        assertThat(packet.tcpAo()).isFalse();
        assertThat(packet.multicast()).isTrue();
        byte[] directed = FrameBytes.ethernet(0x0800, IPV4);
        Arrays.fill(directed, 0, 6, (byte) -1);
        read(directed, LinkType.ETHERNET);
        assertThat(packet.multicast()).isTrue();
        read(IPV6, LinkType.RAW);
        assertThat(packet.timeToLive()).isEqualTo(64);
        assertThat(packet.multicast()).isFalse();
    }

    private Kind read(byte[] frame, int linkType) {
        return packet.read(ByteView.of(frame), linkType, frame.length);
    }

    private String payload() {
        return packet.payload().ascii(0, packet.payload().length());
    }

    private static byte[] cooked(int protocol) {
        byte[] header = new byte[16];
        header[14] = (byte) (protocol >>> 8);
        header[15] = (byte) protocol;
        return header;
    }

    private static byte[] cooked2(int protocol) {
        byte[] header = new byte[20];
        header[0] = (byte) (protocol >>> 8);
        header[1] = (byte) protocol;
        return header;
    }

    static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
