// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * The headers of one frame from the link to the transport, read in place, and the payload behind them. One object for all
 * frames: what {@link #read} answers tells which accessors mean something until the next call.
 */
public final class Packet {

    /** How far a frame could be read. */
    public enum Kind {
        /** The snapshot length cut it within its headers. */
        CUT,
        /** A part of an IP datagram other than the first. */
        FRAGMENT,
        /** Its headers contradict themselves or end too early. */
        MALFORMED,
        /** It carries neither IPv4 nor IPv6. */
        NOT_IP,
        /** IP, with something else than TCP or UDP: {@link #protocol}. */
        OTHER,
        /** TCP: all accessors. */
        TCP,
        /** UDP: all accessors but {@link #tcp}. */
        UDP,
        /** The link type is none that is read. */
        UNSUPPORTED_LINK
    }

    private final LinkHeader link = new LinkHeader();
    private final Ipv4Header ipv4 = new Ipv4Header();
    private final Ipv6Header ipv6 = new Ipv6Header();
    private final TcpHeader tcp = new TcpHeader();
    private final UdpHeader udp = new UdpHeader();
    private final ByteView payload = new ByteView();
    private boolean six;
    private boolean fragment;
    private int protocol;
    private long payloadOnWire;
    private int sourcePort;
    private int destinationPort;

    /**
     * @param originalLength bytes that the frame had on the wire
     */
    public Kind read(ByteView frame, int linkType, long originalLength) {
        if (!LinkHeader.supports(linkType)) {
            return Kind.UNSUPPORTED_LINK;
        }
        Kind kind = link.wrap(frame, linkType) ? network(frame, originalLength) : Kind.MALFORMED;
        return kind == Kind.MALFORMED && frame.length() < originalLength ? Kind.CUT : kind;
    }

    private Kind network(ByteView frame, long originalLength) {
        int at = link.payloadAt();
        long onWire = Math.max(originalLength, frame.length()) - at;
        return switch (link.etherType()) {
            case EtherType.IPV4 -> ipv4.wrap(frame, at, onWire) ? internet4(frame, at) : Kind.MALFORMED;
            case EtherType.IPV6 -> ipv6.wrap(frame, at, onWire) ? internet6(frame, at) : Kind.MALFORMED;
            default -> Kind.NOT_IP;
        };
    }

    private Kind internet4(ByteView frame, int at) {
        six = false;
        protocol = ipv4.protocol();
        fragment = ipv4.fragment();
        return transport(
                frame, at + ipv4.headerLength(), ipv4.totalLength() - ipv4.headerLength(), ipv4.fragmentOffset());
    }

    private Kind internet6(ByteView frame, int at) {
        six = true;
        protocol = ipv6.protocol();
        fragment = ipv6.fragment();
        return transport(
                frame, at + ipv6.headerLength(), ipv6.totalLength() - ipv6.headerLength(), ipv6.fragmentOffset());
    }

    private Kind transport(ByteView frame, int at, long onWire, int fragmentOffset) {
        if (fragmentOffset != 0) {
            return Kind.FRAGMENT;
        }
        payload.wrap(frame, at, (int) Math.min(onWire, frame.length() - at));
        return switch (protocol) {
            case IpProtocol.TCP -> tcp.wrap(payload) ? segment(onWire) : Kind.MALFORMED;
            case IpProtocol.UDP -> udp.wrap(payload) ? datagram(onWire) : Kind.MALFORMED;
            default -> Kind.OTHER;
        };
    }

    private Kind segment(long onWire) {
        sourcePort = tcp.sourcePort();
        destinationPort = tcp.destinationPort();
        narrow(tcp.headerLength(), onWire);
        return Kind.TCP;
    }

    private Kind datagram(long onWire) {
        sourcePort = udp.sourcePort();
        destinationPort = udp.destinationPort();
        long stated = udp.length() == 0 ? onWire : udp.length();
        if (stated > onWire && !fragment) {
            return Kind.MALFORMED;
        }
        narrow(UdpHeader.LENGTH, stated);
        return Kind.UDP;
    }

    private void narrow(int header, long onWire) {
        payloadOnWire = onWire - header;
        payload.wrap(payload, header, (int) Math.min(payloadOnWire, payload.length() - header));
    }

    /** The IP protocol number. */
    public int protocol() {
        return protocol;
    }

    public boolean isIpv6() {
        return six;
    }

    /** Whether this is the first part of a larger IP datagram: the payload ends too early. */
    public boolean fragment() {
        return fragment;
    }

    /** The upper half of the source address; 0 for IPv4. */
    public long sourceHigh() {
        return six ? ipv6.sourceHigh() : 0;
    }

    /** The lower half of the source address; for IPv4 the address, unsigned. */
    public long sourceLow() {
        return six ? ipv6.sourceLow() : Integer.toUnsignedLong(ipv4.source());
    }

    public long destinationHigh() {
        return six ? ipv6.destinationHigh() : 0;
    }

    public long destinationLow() {
        return six ? ipv6.destinationLow() : Integer.toUnsignedLong(ipv4.destination());
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    public TcpHeader tcp() {
        return tcp;
    }

    /** What was captured of the transport's payload, without padding. */
    public ByteView payload() {
        return payload;
    }

    /** Bytes of payload on the wire; more than {@link #payload} holds where the snapshot length cut, or a fragment ends. */
    public long payloadOnWire() {
        return payloadOnWire;
    }
}
