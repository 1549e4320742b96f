// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.Dot1qVlanTagPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.SctpPacket;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.factory.PacketFactories;
import org.pcap4j.packet.factory.PacketFactory;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Pcap4J reads the same in every frame of the public captures, or it is known why not. */
class Pcap4jCapturesTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();

    /** What differs, and why: we are right in each, or are stricter on purpose. */
    private static final Map<String, String> KNOWN = Map.of(
            "UDP where they have FragmentedPacket", "they look into no part of a datagram, we into the first",
            "UDP where they have IpV6ExtFragmentPacket", "the same of IPv6",
            "IP where they have BsdLoopbackPacket UnknownPacket",
                    "IPv6 has another family on each BSD; they know their host's",
            "IP where they have EthernetPacket UnknownPacket", "they know no MPLS",
            "IP where they have UnknownPacket", "they know no header of link types 104, 228, 239 and 276",
            "MALFORMED where they have IP",
                    "a header that contradicts itself, as a datagram longer than IP says: we stop",
            "LINK where they have LLC", "they stop at it, we at the protocol that it carries");

    private final PacketFactory<org.pcap4j.packet.Packet, DataLinkType> factory =
            PacketFactories.getFactory(org.pcap4j.packet.Packet.class, DataLinkType.class);
    private final Packet packet = new Packet();
    private final Map<String, String> differences = new TreeMap<>();
    private int compared;

    @Test
    void readsWhatPcap4jReadsInEveryPublicCapture() throws Exception {
        assumeTrue(Files.isDirectory(CAPTURES), "skipped: no public captures at " + CAPTURES);
        List<Path> files;
        try (Stream<Path> all = Files.walk(CAPTURES)) {
            files = all.filter(one -> one.toString().matches(".*\\.(pcap|pcapng|cap)$"))
                    .toList();
        }
        for (Path one : files) {
            CaptureReader.read(
                    one,
                    (frame, linkType, time, captured, original, number) ->
                            compare(frame, linkType, original, one.getFileName() + " frame " + number));
        }
        assertThat(compared).isGreaterThan(80_000);
        assertThat(differences).containsOnlyKeys(KNOWN.keySet());
    }

    private void compare(ByteView frame, int linkType, long original, String place) {
        byte[] bytes = frame.bytes();
        if (bytes.length > 0) {
            Kind kind = packet.read(frame, linkType, original);
            String difference =
                    difference(kind, factory.newInstance(bytes, 0, bytes.length, DataLinkType.getInstance(linkType)));
            compared++;
            if (!difference.isEmpty()) {
                differences.putIfAbsent(difference, place);
            }
        }
    }

    private String difference(Kind kind, org.pcap4j.packet.Packet theirs) {
        IpPacket ip = theirs.get(IpPacket.class);
        return switch (kind) {
            case TCP, UDP, SCTP, OTHER, FRAGMENT ->
                ip == null ? "IP where they have " + chain(theirs) : internet(kind, ip);
            case LINK -> ip == null ? link(theirs) : "LINK where they have IP";
            default -> ip == null ? "" : kind + " where they have IP";
        };
    }

    private String link(org.pcap4j.packet.Packet theirs) {
        if (!(theirs instanceof EthernetPacket ethernet)) {
            return "";
        }
        Dot1qVlanTagPacket tag = theirs.get(Dot1qVlanTagPacket.class);
        int type = ethernet.getHeader().getType().value() & 0xFFFF;
        if (type <= 1500) {
            return "LINK where they have LLC";
        }
        return tag != null || type == packet.protocol() ? "" : "type " + chain(theirs);
    }

    private String internet(Kind kind, IpPacket theirs) {
        IpPacket.IpHeader header = theirs.getHeader();
        boolean same = source().equals(header.getSrcAddr())
                && (theirs instanceof IpV6Packet six
                        ? packet.timeToLive() == six.getHeader().getHopLimitAsInt()
                        : packet.timeToLive()
                                == ((IpV4Packet) theirs).getHeader().getTtlAsInt());
        if (!same) {
            return "header of " + chain(theirs);
        }
        org.pcap4j.packet.Packet inner = transport(theirs);
        return switch (kind) {
            case TCP -> inner instanceof TcpPacket tcp ? segment(tcp) : where(kind, inner);
            case UDP -> inner instanceof UdpPacket udp ? datagram(udp) : where(kind, inner);
            case SCTP -> inner instanceof SctpPacket sctp ? chunks(sctp) : where(kind, inner);
            default -> inner instanceof TcpPacket || inner instanceof UdpPacket ? where(kind, inner) : "";
        };
    }

    /** What stands behind the extension headers of IPv6, each of which is a packet to them. */
    private static org.pcap4j.packet.Packet transport(IpPacket ip) {
        org.pcap4j.packet.Packet inner = ip.getPayload();
        while (inner != null
                && inner.getClass().getSimpleName().startsWith("IpV6Ext")
                && inner.getPayload() != null
                && !(inner instanceof org.pcap4j.packet.IpV6ExtFragmentPacket)) {
            inner = inner.getPayload();
        }
        return inner;
    }

    private static String where(Kind kind, org.pcap4j.packet.Packet inner) {
        return kind + " where they have "
                + (inner == null ? "nothing" : inner.getClass().getSimpleName());
    }

    private String segment(TcpPacket theirs) {
        TcpPacket.TcpHeader header = theirs.getHeader();
        TcpHeader ours = packet.tcp();
        boolean same = packet.sourcePort() == header.getSrcPort().valueAsInt()
                && packet.destinationPort() == header.getDstPort().valueAsInt()
                && ours.sequence() == header.getSequenceNumber()
                && ours.acknowledgment() == header.getAcknowledgmentNumber()
                && ours.syn() == header.getSyn()
                && ours.ack() == header.getAck()
                && ours.fin() == header.getFin()
                && ours.rst() == header.getRst()
                && ours.headerLength() == header.length();
        return same ? payload(theirs.getPayload()) : "header of TCP";
    }

    private String datagram(UdpPacket theirs) {
        boolean same = packet.sourcePort() == theirs.getHeader().getSrcPort().valueAsInt()
                && packet.destinationPort() == theirs.getHeader().getDstPort().valueAsInt();
        return same ? payload(theirs.getPayload()) : "header of UDP";
    }

    private String chunks(SctpPacket theirs) {
        boolean same = packet.sourcePort() == theirs.getHeader().getSrcPort().valueAsInt()
                && packet.destinationPort() == theirs.getHeader().getDstPort().valueAsInt();
        return same ? "" : "header of SCTP";
    }

    /** What they take apart further cannot be had as it stood. */
    private String payload(org.pcap4j.packet.Packet theirs) {
        if (theirs != null && !(theirs instanceof UnknownPacket)) {
            return "";
        }
        byte[] expected = theirs == null ? new byte[0] : theirs.getRawData();
        return Arrays.equals(expected, packet.payload().bytes()) ? "" : "payload";
    }

    private InetAddress source() {
        try {
            return InetAddress.getByAddress(
                    packet.isIpv6()
                            ? ByteBuffer.allocate(16)
                                    .putLong(packet.sourceHigh())
                                    .putLong(packet.sourceLow())
                                    .array()
                            : ByteBuffer.allocate(4)
                                    .putInt((int) packet.sourceLow())
                                    .array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String chain(org.pcap4j.packet.Packet packet) {
        StringBuilder names = new StringBuilder();
        for (org.pcap4j.packet.Packet one = packet; one != null; one = one.getPayload()) {
            names.append(names.length() == 0 ? "" : " ").append(one.getClass().getSimpleName());
        }
        return names.toString();
    }
}
