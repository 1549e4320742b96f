// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.packet.IpProtocol;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;

/** An ICMP message that says that a packet did not arrive, with the beginning of that packet (RFC 792, RFC 4443). */
final class Unreachable {
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int ICMP_UNREACHABLE = 3;
    private static final int ICMPV6_UNREACHABLE = 1;
    /** The type, the code, a checksum and four bytes stand before what is quoted. */
    private static final int QUOTE_AT = 8;

    private final ByteView transport = new ByteView();
    private final Spot target = new Spot();
    private long sourceHigh;
    private long sourceLow;
    private int protocol;
    private int code;
    private boolean six;

    /**
     * Reads a packet of ICMP or ICMPv6.
     *
     * @param quoted the protocol of the packets that are of interest
     * @return whether it is one that quotes such a packet as far as its ports
     */
    boolean read(Packet packet, int quoted) {
        ByteView icmp = packet.payload();
        six = packet.protocol() == ICMPV6;
        protocol = quoted;
        if (icmp.length() < QUOTE_AT + 28
                || (!six && packet.protocol() != ICMP)
                || icmp.u8(0) != (six ? ICMPV6_UNREACHABLE : ICMP_UNREACHABLE)) {
            return false;
        }
        int headerLength = six ? 40 : (icmp.u8(QUOTE_AT) & 0xF) * 4;
        int at = QUOTE_AT + headerLength;
        if (headerLength < 20
                || icmp.length() < at + 8
                || icmp.u8(QUOTE_AT) >>> 4 != (six ? 6 : 4)
                || icmp.u8(QUOTE_AT + (six ? 6 : 9)) != quoted) {
            return false;
        }
        transport.wrap(icmp, at, icmp.length() - at);
        code = icmp.u8(1);
        addresses(icmp);
        return true;
    }

    private void addresses(ByteView icmp) {
        int source = QUOTE_AT + (six ? 8 : 12);
        int destination = QUOTE_AT + (six ? 24 : 16);
        sourceHigh = six ? icmp.i64(source) : 0;
        sourceLow = six ? icmp.i64(source + 8) : icmp.u32(source);
        long high = six ? icmp.i64(destination) : 0;
        long low = six ? icmp.i64(destination + 8) : icmp.u32(destination);
        target.set(six, high, low, transport.u16(2));
    }

    /** Where the quoted packet was to go. */
    Spot target() {
        return target;
    }

    long sourceHigh() {
        return sourceHigh;
    }

    long sourceLow() {
        return sourceLow;
    }

    int sourcePort() {
        return transport.u16(0);
    }

    /** The quoted packet, from its transport's first byte on, as far as it is quoted: eight bytes at least. */
    ByteView transport() {
        return transport;
    }

    Finding meaning() {
        return meaning(six, code, protocol);
    }

    /** @param protocol of the packet that did not arrive */
    static Finding meaning(boolean six, int code, int protocol) {
        if (six) {
            return switch (code) {
                case 1, 5, 6 -> Finding.PROHIBITED;
                case 4 -> Finding.PORT_UNREACHABLE;
                default -> Finding.UNREACHABLE;
            };
        }
        return switch (code) {
            case 2 -> protocol == IpProtocol.TCP ? Finding.UNREACHABLE : Finding.PROTOCOL_UNREACHABLE;
            case 3 -> Finding.PORT_UNREACHABLE;
            case 9, 10, 13 -> Finding.PROHIBITED;
            default -> Finding.UNREACHABLE;
        };
    }
}
