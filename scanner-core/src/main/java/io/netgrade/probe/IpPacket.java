// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Packets of TCP (RFC 9293) and UDP (RFC 768) over IPv4 (RFC 791) or IPv6 (RFC 8200), with their checksums. */
final class IpPacket {
    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PSH = 0x08;
    static final int ACK = 0x10;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int HOPS = 64;
    private static final int WINDOW = 0xFFFF;

    private IpPacket() {}

    static byte[] tcp(
            InetSocketAddress from,
            InetSocketAddress to,
            int flags,
            int sequence,
            int acknowledgment,
            ByteBuffer data) {
        ByteBuffer segment = ByteBuffer.allocate(TCP_HEADER + data.remaining())
                .putShort((short) from.getPort())
                .putShort((short) to.getPort())
                .putInt(sequence)
                .putInt(acknowledgment)
                .put((byte) ((TCP_HEADER / 4) << 4))
                .put((byte) flags)
                .putShort((short) WINDOW)
                .putInt(0)
                .put(data);
        segment.putShort(16, (short) checksum(from, to, TCP, segment.array()));
        return ip(from, to, TCP, segment.array());
    }

    static byte[] udp(InetSocketAddress from, InetSocketAddress to, ByteBuffer data) {
        int length = UDP_HEADER + data.remaining();
        ByteBuffer datagram = ByteBuffer.allocate(length)
                .putShort((short) from.getPort())
                .putShort((short) to.getPort())
                .putShort((short) length)
                .putShort((short) 0)
                .put(data);
        int checksum = checksum(from, to, UDP, datagram.array());
        // A sum of nought is written as all ones: nought says that there is none.
        datagram.putShort(6, (short) (checksum == 0 ? 0xFFFF : checksum));
        return ip(from, to, UDP, datagram.array());
    }

    private static byte[] ip(InetSocketAddress from, InetSocketAddress to, int protocol, byte[] payload) {
        byte[] source = from.getAddress().getAddress();
        byte[] destination = to.getAddress().getAddress();
        if (to.getAddress() instanceof Inet6Address) {
            return ByteBuffer.allocate(IPV6_HEADER + payload.length)
                    .putInt(0x6000_0000)
                    .putShort((short) payload.length)
                    .put((byte) protocol)
                    .put((byte) HOPS)
                    .put(source)
                    .put(destination)
                    .put(payload)
                    .array();
        }
        ByteBuffer packet = ByteBuffer.allocate(IPV4_HEADER + payload.length)
                .putShort((short) 0x4500)
                .putShort((short) (IPV4_HEADER + payload.length))
                // No identification, and never cut (RFC 6864).
                .putInt(0x4000)
                .put((byte) HOPS)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(source)
                .put(destination)
                .put(payload);
        packet.putShort(10, (short) folded(sum(packet.array(), IPV4_HEADER)));
        return packet.array();
    }

    /** Over the pseudo-header (RFC 9293 section 3.1, RFC 8200 section 8.1) and the segment. */
    private static int checksum(InetSocketAddress from, InetSocketAddress to, int protocol, byte[] segment) {
        byte[] source = from.getAddress().getAddress();
        byte[] destination = to.getAddress().getAddress();
        long sum = sum(source, source.length) + sum(destination, destination.length) + protocol + segment.length;
        return folded(sum + sum(segment, segment.length));
    }

    private static long sum(byte[] bytes, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int octet = bytes[i] & 0xFF;
            sum += (i & 1) == 0 ? (long) octet << 8 : octet;
        }
        return sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xFFFF) + (folded >> 16);
        }
        return (int) (~folded & 0xFFFF);
    }
}
