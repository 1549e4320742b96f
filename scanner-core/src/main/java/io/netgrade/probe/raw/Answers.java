// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.packet.IpProtocol;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;

/**
 * Reads frames as answers to probes: of the probed endpoint itself, or of ICMP about it (RFC 792, RFC 4443). What does not
 * bring back what only a probe of this run carried is none. For one thread.
 */
final class Answers {
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int ICMP_UNREACHABLE = 3;
    private static final int ICMPV6_UNREACHABLE = 1;
    /** The type, the code, a checksum and four bytes stand before what is quoted. */
    private static final int QUOTE_AT = 8;

    private final Cookie cookie;
    private final Probe probe;
    private final Packet packet = new Packet();
    private final Spot spot = new Spot();
    private final ByteView transport = new ByteView();

    Answers(Cookie cookie, Probe probe) {
        this.cookie = cookie;
        this.probe = probe;
    }

    /** What a frame says; {@link Finding#SILENT} where it is no answer. */
    Finding read(ByteView frame, int linkType, long originalLength) {
        Packet.Kind kind = packet.read(frame, linkType, originalLength);
        return switch (kind) {
            case TCP, SCTP -> own(kind);
            case OTHER -> quoted();
            default -> Finding.SILENT;
        };
    }

    /** The endpoint that the last frame was about. */
    Spot spot() {
        return spot;
    }

    /** The last frame, where the endpoint itself has sent it. */
    Packet packet() {
        return packet;
    }

    private Finding own(Packet.Kind kind) {
        spot.set(packet.isIpv6(), packet.sourceHigh(), packet.sourceLow(), packet.sourcePort());
        long made = cookie.of(spot, packet.destinationHigh(), packet.destinationLow());
        return cookie.sourcePort(made) == packet.destinationPort()
                ? probe.meaning(packet, kind, Cookie.number(made))
                : Finding.SILENT;
    }

    private Finding quoted() {
        ByteView icmp = packet.payload();
        boolean six = packet.protocol() == ICMPV6;
        if (icmp.length() < QUOTE_AT + 28
                || (!six && packet.protocol() != ICMP)
                || icmp.u8(0) != (six ? ICMPV6_UNREACHABLE : ICMP_UNREACHABLE)) {
            return Finding.SILENT;
        }
        int headerLength = six ? 40 : (icmp.u8(QUOTE_AT) & 0xF) * 4;
        int at = QUOTE_AT + headerLength;
        if (headerLength < 20
                || icmp.length() < at + 8
                || icmp.u8(QUOTE_AT) >>> 4 != (six ? 6 : 4)
                || icmp.u8(QUOTE_AT + (six ? 6 : 9)) != probe.protocol()) {
            return Finding.SILENT;
        }
        transport.wrap(icmp, at, icmp.length() - at);
        return genuine(icmp, six) ? meaning(icmp.u8(1), six) : Finding.SILENT;
    }

    /** Whether what is quoted is a probe of ours. */
    private boolean genuine(ByteView icmp, boolean six) {
        int source = QUOTE_AT + (six ? 8 : 12);
        int destination = QUOTE_AT + (six ? 24 : 16);
        spot.set(six, six ? icmp.i64(destination) : 0, six ? icmp.i64(destination + 8) : icmp.u32(destination), 0);
        spot.port = transport.u16(2);
        long made = cookie.of(spot, six ? icmp.i64(source) : 0, six ? icmp.i64(source + 8) : icmp.u32(source));
        return cookie.sourcePort(made) == transport.u16(0) && probe.quoted(transport, Cookie.number(made));
    }

    private Finding meaning(int code, boolean six) {
        if (six) {
            return switch (code) {
                case 1, 5, 6 -> Finding.PROHIBITED;
                case 4 -> Finding.PORT_UNREACHABLE;
                default -> Finding.UNREACHABLE;
            };
        }
        return switch (code) {
            case 2 -> probe.protocol() == IpProtocol.TCP ? Finding.UNREACHABLE : Finding.PROTOCOL_UNREACHABLE;
            case 3 -> Finding.PORT_UNREACHABLE;
            case 9, 10, 13 -> Finding.PROHIBITED;
            default -> Finding.UNREACHABLE;
        };
    }
}
