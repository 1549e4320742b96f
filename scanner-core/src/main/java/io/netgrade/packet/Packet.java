// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one frame from the link to the transport, read in place, and the payload behind them. One object for all
 * frames: what {@link #read} answers tells which accessors mean something until the next call.
 */
public final class Packet {

    /** How far a frame could be read. */
    public enum Kind {
        /** The snapshot length cut it within its headers. */
        CUT,
        /** A part of an IP datagram that does not make it whole. */
        FRAGMENT,
        /**
         * A protocol of the link layer: {@link #protocol} is its EtherType, or one of the smaller numbers that {@link
         * EtherType} names; the addresses are the stations', {@link #payload} what follows the type.
         */
        LINK,
        /** Its headers contradict themselves or end too early. */
        MALFORMED,
        /** Nothing that is followed; {@link #protocol} is the EtherType where there is one, as of MACsec, else 0. */
        NOT_IP,
        /** IP, with a transport that is not read: {@link #protocol}, and {@link #payload} of IP. */
        OTHER,
        /** SCTP: all accessors but {@link #tcp}; the payload is the chunks. */
        SCTP,
        /** TCP: all accessors but {@link #sctp}. */
        TCP,
        /** UDP: all accessors but {@link #tcp} and {@link #sctp}. */
        UDP,
        /** The link type is none that is read. */
        UNSUPPORTED_LINK
    }

    /** The upper half of the addresses that stand for point codes of signalling: 100::/64. */
    public static final long POINT_CODES = 0x0100_0000_0000_0000L;

    private final LinkHeader link = new LinkHeader();
    private final Ipv4Header ipv4 = new Ipv4Header();
    private final Ipv6Header ipv6 = new Ipv6Header();
    private final ExtensionHeaders extensions = new ExtensionHeaders();
    private final TcpHeader tcp = new TcpHeader();
    private final UdpHeader udp = new UdpHeader();
    private final SctpHeader sctp = new SctpHeader();
    private final Addresses addresses = new Addresses(ipv4, ipv6, link);
    private final ByteView payload = new ByteView();
    private final @Nullable Fragments fragments;
    private boolean fragment;
    private int protocol;
    private long time;
    private long payloadOnWire;
    private int sourcePort;
    private int destinationPort;

    /** Reads every frame by itself: the first part of an IP datagram as far as it goes. */
    public Packet() {
        this(null);
    }

    /**
     * Puts IP datagrams together: the part that makes one whole is read as the whole.
     *
     * @param fragments this packet's alone
     */
    public Packet(@Nullable Fragments fragments) {
        this.fragments = fragments;
    }

    /**
     * For a frame without a time.
     *
     * @param originalLength bytes that the frame had on the wire
     */
    public Kind read(ByteView frame, int linkType, long originalLength) {
        return read(frame, linkType, originalLength, 0);
    }

    /**
     * @param originalLength bytes that the frame had on the wire
     * @param timeNanos since 1970-01-01T00:00Z: how long parts of a datagram wait for each other
     */
    public Kind read(ByteView frame, int linkType, long originalLength, long timeNanos) {
        time = timeNanos;
        fragment = false;
        Kind kind = link.wrap(frame, linkType) ? network(frame, originalLength) : Kind.MALFORMED;
        return kind == Kind.MALFORMED && frame.length() < originalLength ? Kind.CUT : kind;
    }

    private Kind network(ByteView frame, long originalLength) {
        int at = link.payloadAt();
        long onWire = Math.max(originalLength, frame.length()) - at;
        return switch (link.next()) {
            case EtherType.IPV4 -> ipv4.wrap(frame, at, onWire) ? internet4(frame, at) : Kind.MALFORMED;
            case EtherType.IPV6 -> ipv6.wrap(frame, at, onWire) ? internet6(frame, at) : Kind.MALFORMED;
            case LinkLayer.UNSUPPORTED -> Kind.UNSUPPORTED_LINK;
            default -> linkProtocol(frame, at, onWire);
        };
    }

    private Kind linkProtocol(ByteView frame, int at, long onWire) {
        addresses.ofStations();
        protocol = link.next();
        payloadOnWire = Math.max(0, Math.min(onWire, link.limit() - at));
        payload.wrap(frame, at, (int) Math.min(payloadOnWire, frame.length() - at));
        return protocol == EtherType.NONE || protocol == EtherType.MACSEC ? Kind.NOT_IP : Kind.LINK;
    }

    private Kind internet4(ByteView frame, int at) {
        addresses.ofIpv4();
        protocol = ipv4.protocol();
        int from = at + ipv4.headerLength();
        int onWire = ipv4.totalLength() - ipv4.headerLength();
        if (!ipv4.fragment()) {
            return transport(frame, from, onWire);
        }
        if (fragments == null) {
            fragment = true;
            return ipv4.fragmentOffset() == 0 ? transport(frame, from, onWire) : Kind.FRAGMENT;
        }
        fragments.look(0, ipv4.source(), 0, ipv4.destination(), (long) protocol << 32 | ipv4.identification());
        return part(fragments, frame, from, onWire, ipv4.fragmentOffset(), ipv4.moreFragments());
    }

    private Kind internet6(ByteView frame, int at) {
        addresses.ofIpv6();
        if (!extensions.walk(frame, at + Ipv6Header.LENGTH, ipv6.nextHeader())) {
            return Kind.MALFORMED;
        }
        long onWire = ipv6.totalLength() - (extensions.end() - at);
        if (!extensions.fragment()) {
            return extended(frame, onWire);
        }
        int offset = extensions.fragmentOffset();
        if (fragments == null) {
            fragment = true;
            int end = extensions.end();
            boolean readable = offset != 0 || extensions.walk(frame, end, extensions.protocol());
            Kind first = offset == 0 && readable ? extended(frame, onWire - (extensions.end() - end)) : Kind.FRAGMENT;
            return readable ? first : Kind.MALFORMED;
        }
        protocol = extensions.protocol();
        fragments.look(
                ipv6.sourceHigh(),
                ipv6.sourceLow(),
                ipv6.destinationHigh(),
                ipv6.destinationLow(),
                Integer.toUnsignedLong(extensions.identification()) | 1L << 48);
        return part(fragments, frame, extensions.end(), onWire, offset, extensions.moreFragments());
    }

    /** What the extension headers lead to. */
    private Kind extended(ByteView bytes, long onWire) {
        protocol = extensions.protocol();
        return onWire < 0 ? Kind.MALFORMED : transport(bytes, extensions.end(), onWire);
    }

    private Kind part(Fragments all, ByteView frame, int at, long onWire, int offset, boolean more) {
        if (!Fragments.possible(onWire, offset, more)) {
            return Kind.MALFORMED;
        }
        if (!all.take(frame, at, (int) onWire, offset, more, protocol, time)) {
            return Kind.FRAGMENT;
        }
        protocol = all.protocol();
        if (!addresses.isIpv6()) {
            return transport(all.whole(), 0, all.wholeLength());
        }
        boolean readable = extensions.walk(all.whole(), 0, protocol) && !extensions.fragment();
        return readable ? extended(all.whole(), all.wholeLength() - extensions.end()) : Kind.MALFORMED;
    }

    private Kind transport(ByteView bytes, int at, long onWire) {
        payloadOnWire = onWire;
        payload.wrap(bytes, at, (int) Math.min(onWire, bytes.length() - at));
        return switch (protocol) {
            case IpProtocol.TCP -> tcp.wrap(payload) ? segment() : Kind.MALFORMED;
            case IpProtocol.UDP -> udp.wrap(payload) ? datagram() : Kind.MALFORMED;
            case IpProtocol.SCTP -> sctp.wrap(payload) ? chunks() : Kind.MALFORMED;
            default -> Kind.OTHER;
        };
    }

    private Kind segment() {
        sourcePort = tcp.sourcePort();
        destinationPort = tcp.destinationPort();
        narrow(tcp.headerLength(), payloadOnWire);
        return Kind.TCP;
    }

    private Kind datagram() {
        sourcePort = udp.sourcePort();
        destinationPort = udp.destinationPort();
        long stated = udp.length() == 0 ? payloadOnWire : udp.length();
        if (stated > payloadOnWire && !fragment) {
            return Kind.MALFORMED;
        }
        narrow(UdpHeader.LENGTH, stated);
        return Kind.UDP;
    }

    private Kind chunks() {
        sourcePort = sctp.sourcePort();
        destinationPort = sctp.destinationPort();
        narrow(SctpHeader.LENGTH, payloadOnWire);
        return Kind.SCTP;
    }

    private void narrow(int header, long onWire) {
        payloadOnWire = onWire - header;
        payload.wrap(payload, header, (int) Math.min(payloadOnWire, payload.length() - header));
    }

    /** The IP protocol number, or the EtherType of {@link Kind#LINK}. */
    public int protocol() {
        return protocol;
    }

    /** Whether the addresses are IPv6 ones; so are those of stations. */
    public boolean isIpv6() {
        return addresses.isIpv6();
    }

    /** Whether this is the first part of a larger IP datagram, read by itself: the payload ends too early. */
    public boolean fragment() {
        return fragment;
    }

    /** The upper half of the source address; 0 for IPv4. */
    public long sourceHigh() {
        return addresses.sourceHigh();
    }

    /** The lower half of the source address; for IPv4 the address, unsigned. */
    public long sourceLow() {
        return addresses.sourceLow();
    }

    public long destinationHigh() {
        return addresses.destinationHigh();
    }

    public long destinationLow() {
        return addresses.destinationLow();
    }

    /** Whether it went to a multicast or broadcast address. */
    public boolean multicast() {
        return addresses.multicast();
    }

    /** Time to live or hop limit; -1 for {@link Kind#LINK}. */
    public int timeToLive() {
        return addresses.timeToLive();
    }

    /** Whether the link itself encrypts what a frame of {@link Kind#NOT_IP} holds: MACsec, or a wireless network. */
    public boolean linkEncrypted() {
        return link.encrypted();
    }

    /** Whether the frame is an aggregate (IEEE 802.11 A-MSDU), of which only the first part is read. */
    public boolean aggregate() {
        return link.aggregate();
    }

    /** Whether a frame of {@link Kind#NOT_IP} is signalling of which nothing tells how long its point codes are. */
    public boolean pointCodesUntold() {
        return link.pointCodesUntold();
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    public SctpHeader sctp() {
        return sctp;
    }

    public TcpHeader tcp() {
        return tcp;
    }

    /** Whether this TCP segment is signed with MD5 (RFC 2385). */
    public boolean tcpMd5() {
        return tcp.md5();
    }

    /** Whether this TCP segment is authenticated with TCP-AO (RFC 5925). */
    public boolean tcpAo() {
        return tcp.ao();
    }

    /**
     * What was captured of the transport's payload, without padding. It lies in the frame or, where an IP datagram was put
     * together, in a buffer; either way until the next call.
     */
    public ByteView payload() {
        return payload;
    }

    /** Bytes of payload on the wire; more than {@link #payload} holds where the snapshot length cut, or a fragment ends. */
    public long payloadOnWire() {
        return payloadOnWire;
    }

    /** Parts of IP datagrams that were given up so far, because the rest did not come in time or there was no room. */
    public long fragmentsLost() {
        return fragments == null ? 0 : fragments.lost();
    }

    /** Parts of IP datagrams that wait for the rest; at the end of everything, they are lost too. */
    public long fragmentsWaiting() {
        return fragments == null ? 0 : fragments.waiting();
    }

    /** IP datagrams so far whose parts contradict each other, so that receivers would make different ones of them. */
    public long fragmentOverlaps() {
        return fragments == null ? 0 : fragments.overlaps();
    }
}
