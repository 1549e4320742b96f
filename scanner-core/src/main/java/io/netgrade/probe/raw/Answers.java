// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;

/**
 * Reads frames as answers to probes: of the probed endpoint itself, or of ICMP about it (RFC 792, RFC 4443). What does not
 * bring back what only a probe of this run carried is none. For one thread.
 */
final class Answers {
    private final Cookie cookie;
    private final Probe probe;
    private final Packet packet = new Packet();
    private final Spot spot = new Spot();
    private final Unreachable quote = new Unreachable();
    private Packet.Kind last = Packet.Kind.OTHER;

    Answers(Cookie cookie, Probe probe) {
        this.cookie = cookie;
        this.probe = probe;
    }

    /** What a frame says; {@link Finding#SILENT} where it is no answer. */
    Finding read(ByteView frame, int linkType, long originalLength) {
        last = packet.read(frame, linkType, originalLength);
        return switch (last) {
            case TCP, SCTP -> own(last);
            case OTHER -> quoted();
            default -> Finding.SILENT;
        };
    }

    /** Whether the last frame, which was no answer, is an RST that left here for a probed endpoint; {@link #spot} is that then. */
    boolean isReset() {
        if (last != Packet.Kind.TCP || !packet.tcp().rst() || packet.tcp().ack()) {
            return false;
        }
        spot.set(packet.isIpv6(), packet.destinationHigh(), packet.destinationLow(), packet.destinationPort());
        long made = cookie.of(spot, packet.sourceHigh(), packet.sourceLow());
        return cookie.sourcePort(made) == packet.sourcePort() && packet.tcp().sequence() == Cookie.number(made) + 1;
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
        if (!quote.read(packet, probe.protocol())) {
            return Finding.SILENT;
        }
        Spot target = quote.target();
        spot.set(target.ipv6, target.high, target.low, target.port);
        long made = cookie.of(spot, quote.sourceHigh(), quote.sourceLow());
        boolean genuine =
                cookie.sourcePort(made) == quote.sourcePort() && probe.quoted(quote.transport(), Cookie.number(made));
        return genuine ? quote.meaning() : Finding.SILENT;
    }
}
