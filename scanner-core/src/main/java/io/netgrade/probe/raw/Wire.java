// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.packet.IpProtocol;
import io.netgrade.probe.PacketTap;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/** The way of SCTP packets to one endpoint and back, with the gate and the tap on it. */
final class Wire {
    private final Outlet outlet;
    private final Spot target;
    private final Hop hop;
    private final PacketTap tap;
    private final InstantSource clock;

    Wire(Outlet outlet, Spot target, Hop hop, PacketTap tap, InstantSource clock) {
        this.outlet = outlet;
        this.target = target;
        this.hop = hop;
        this.tap = tap;
        this.clock = clock;
    }

    int port() {
        return target.port;
    }

    /** False where the scope does not permit it any more; nothing is sent then. */
    boolean send(byte[] packet) throws RawSocketException {
        // The station may have become known, or another, since the last packet.
        boolean sent = outlet.send(target, outlet.way(target), IpProtocol.SCTP, packet);
        if (sent && tap != PacketTap.NONE) {
            tap.packet(whole(target, hop, packet), clock.instant());
        }
        return sent;
    }

    void heard(byte[] packet, Spot from) {
        if (tap != PacketTap.NONE && from.ipv6 == target.ipv6) {
            Spot here = new Spot();
            here.set(target.ipv6, hop.sourceHigh(), hop.sourceLow(), 0);
            tap.packet(whole(here, new Hop(hop.out(), from.high, from.low, hop.next()), packet), clock.instant());
        }
    }

    private static byte[] whole(Spot to, Hop from, byte[] packet) {
        ByteBuffer bytes = ByteBuffer.allocate(Datagram.length(to.ipv6) + packet.length);
        int at = Datagram.writeIp(bytes, 0, to, from, IpProtocol.SCTP, packet.length);
        bytes.position(at).put(packet);
        return bytes.array();
    }
}
