// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.LinuxSllPacket;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;

/** Pcap4J reads the same in thousands of frames of every shape. */
class Pcap4jOracleTest {
    private static final int FRAMES = 20_000;
    private final Random random = new Random(1);
    private final Packet packet = new Packet();
    private int compared;

    @Test
    void readsWhatPcap4jReadsOfEthernet() throws Exception {
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = tagged(0x0800, 0x86DD);
            org.pcap4j.packet.Packet theirs = EthernetPacket.newPacket(frame, 0, frame.length);

            compare(frame, LinkType.ETHERNET, theirs);
        }
        assertThat(compared).isEqualTo(FRAMES);
    }

    @Test
    void readsWhatPcap4jReadsOfLinuxCookedFrames() throws Exception {
        for (int i = 0; i < FRAMES / 10; i++) {
            boolean six = random.nextBoolean();
            byte[] header = ByteBuffer.allocate(16)
                    .putShort(2, (short) 1)
                    .putShort(14, (short) (six ? 0x86DD : 0x0800))
                    .array();
            byte[] frame = PacketTest.joined(header, internet(six));

            compare(frame, LinkType.LINUX_SLL, LinuxSllPacket.newPacket(frame, 0, frame.length));
        }
        assertThat(compared).isEqualTo(FRAMES / 10);
    }

    @Test
    void readsWhatPcap4jReadsOfIpAlone() throws Exception {
        for (int i = 0; i < FRAMES / 10; i++) {
            boolean six = random.nextBoolean();
            byte[] frame = internet(six);
            compare(
                    frame,
                    LinkType.RAW,
                    six ? IpV6Packet.newPacket(frame, 0, frame.length) : IpV4Packet.newPacket(frame, 0, frame.length));
        }
        assertThat(compared).isEqualTo(FRAMES / 10);
    }

    private void compare(byte[] frame, int linkType, org.pcap4j.packet.Packet theirs) throws IllegalRawDataException {
        Kind kind = packet.read(ByteView.of(frame), linkType, frame.length);
        IpPacket ip = theirs.get(IpPacket.class);
        assertThat(packet.isIpv6()).isEqualTo(ip instanceof IpV6Packet);
        assertThat(address(packet.sourceHigh(), packet.sourceLow()))
                .isEqualTo(ip.getHeader().getSrcAddr().getAddress());
        assertThat(address(packet.destinationHigh(), packet.destinationLow()))
                .isEqualTo(ip.getHeader().getDstAddr().getAddress());
        TcpPacket tcp = theirs.get(TcpPacket.class);
        if (tcp == null) {
            compareUdp(kind, theirs.get(UdpPacket.class));
        } else {
            compareTcp(kind, tcp);
        }
        compared++;
    }

    private void compareTcp(Kind kind, TcpPacket theirs) {
        TcpPacket.TcpHeader header = theirs.getHeader();
        TcpHeader ours = packet.tcp();
        assertThat(kind).isEqualTo(Kind.TCP);
        assertThat(packet.sourcePort()).isEqualTo(header.getSrcPort().valueAsInt());
        assertThat(packet.destinationPort()).isEqualTo(header.getDstPort().valueAsInt());
        assertThat(ours.sequence()).isEqualTo(header.getSequenceNumber());
        assertThat(ours.acknowledgment()).isEqualTo(header.getAcknowledgmentNumber());
        assertThat(ours.syn()).isEqualTo(header.getSyn());
        assertThat(ours.ack()).isEqualTo(header.getAck());
        assertThat(ours.fin()).isEqualTo(header.getFin());
        assertThat(ours.rst()).isEqualTo(header.getRst());
        assertThat(ours.headerLength()).isEqualTo(header.length());
        comparePayload(theirs.getPayload());
    }

    private void compareUdp(Kind kind, UdpPacket theirs) {
        assertThat(kind).isEqualTo(Kind.UDP);
        assertThat(packet.sourcePort())
                .isEqualTo(theirs.getHeader().getSrcPort().valueAsInt());
        assertThat(packet.destinationPort())
                .isEqualTo(theirs.getHeader().getDstPort().valueAsInt());
        comparePayload(theirs.getPayload());
    }

    private void comparePayload(org.pcap4j.packet.Packet theirs) {
        byte[] expected = theirs == null ? new byte[0] : theirs.getRawData();
        assertThat(packet.payload().bytes()).isEqualTo(expected);
        assertThat(packet.payloadOnWire()).isEqualTo(expected.length);
    }

    private byte[] address(long high, long low) {
        return packet.isIpv6()
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
    }

    /** Ethernet with up to two tags, sometimes padded. */
    private byte[] tagged(int type4, int type6) {
        boolean six = random.nextBoolean();
        byte[] inner = internet(six);
        int type = six ? type6 : type4;
        for (int tags = random.nextInt(3); tags > 0; tags--) {
            inner = FrameBytes.tag(random.nextInt(), type, inner);
            type = 0x8100;
        }
        byte[] frame = FrameBytes.ethernet(type, inner);
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(frame, frame.length + 6) : frame;
    }

    private byte[] internet(boolean six) {
        byte[] payload = new byte[random.nextInt(40)];
        random.nextBytes(payload);
        boolean stream = random.nextBoolean();
        byte[] transport = stream
                ? FrameBytes.tcp(
                        random.nextInt(),
                        random.nextInt(),
                        random.nextInt(),
                        random.nextInt(),
                        random.nextInt(64),
                        payload)
                : FrameBytes.udp(unknownPort(), unknownPort(), payload);
        int protocol = stream ? 6 : 17;
        if (!six) {
            byte[] options = new byte[4 * random.nextInt(11)];
            java.util.Arrays.fill(options, (byte) 1);
            return FrameBytes.ipv4(protocol, random.nextInt(), random.nextInt(), 0x4000, options, transport);
        }
        boolean extended = random.nextBoolean();
        byte[] body =
                extended ? PacketTest.joined(new byte[] {(byte) protocol, 0, 1, 4, 0, 0, 0, 0}, transport) : transport;
        return FrameBytes.ipv6(extended ? 0 : protocol, random.nextInt(), random.nextInt(), body);
    }

    /** Pcap4J takes some payloads apart by their port; those it does not know stay as they are. */
    private int unknownPort() {
        return 20_000 + random.nextInt(10_000);
    }
}
