// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.packet.IpProtocol;
import io.netgrade.packet.Packet;
import io.netgrade.probe.Associations;
import io.netgrade.probe.PacketTap;
import io.netgrade.wire.ByteView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * SCTP associations of our own making (RFC 9260), on a machine that has no SCTP: packets leave as those of {@link
 * RawDiscovery} do, through the same gate, and answers come in through libpcap. Needs the right to raw sockets
 * (CAP_NET_RAW) and libpcap. Associations are opened one after another, all on the loop that they are given.
 */
public final class RawAssociations implements Associations, AutoCloseable {
    private static final Path KERNELS_OWN = Path.of("/proc/thread-self/net/sctp");
    private static final int NONE = -1;
    private static final int ROOM = 1_536;
    private static final int FRAME = 0x1_0000;
    private static final String FILTER = "sctp or (ip6 proto 132) or icmp[0] = 3 or (icmp6 and ip6[40] = 1)";

    private final InstantSource clock;
    private final SourcePorts sources;
    private final Outlet outlet;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ear> ears = new HashMap<>();
    /** By the port of ours that each has for itself: a host with several addresses may answer from any of them. */
    private final Map<Integer, RawAssociation> open = new ConcurrentHashMap<>();

    private int port;

    private RawAssociations(InstantSource clock, SourcePorts sources, Outlet outlet) {
        this.clock = clock;
        this.sources = sources;
        this.outlet = outlet;
        this.port = random.nextInt(sources.count());
    }

    /**
     * Opens what is needed; sends nothing.
     *
     * @throws RawSocketException in one line: no right to raw sockets, or no libpcap
     */
    public static RawAssociations open(Scope scope, InstantSource clock) throws RawSocketException {
        try {
            Outlet.assertAllowed();
            SourcePorts sources = SourcePorts.free();
            Outlet outlet = new Outlet(new Gate(scope, clock), ROOM);
            outlet.own(IpProtocol.SCTP);
            return new RawAssociations(clock, sources, outlet);
        } catch (LinkageError e) {
            throw new RawSocketException(e);
        }
    }

    /**
     * What an operator must know where this machine's kernel has SCTP itself: it aborts what it has not opened. Empty where
     * it has none.
     */
    public String warning() {
        return Files.exists(KERNELS_OWN) ? "this machine's kernel speaks SCTP too: " + rule() : "";
    }

    private String rule() {
        return "keep what comes for SCTP ports " + sources.first() + " to " + sources.last()
                + " from it, or it aborts netgrade's associations (docs/discovery.md)";
    }

    @Override
    public Open open(Endpoint endpoint, ScheduledExecutorService loop, PacketTap tap, Visitor visitor) {
        Spot target = new Spot();
        target.set(endpoint.address().getAddress(), endpoint.port());
        try {
            Hop hop = outlet.way(target);
            int sourcePort = free();
            if (hop == Hop.NONE || sourcePort == NONE) {
                Finding none = Finding.NO_ROUTE;
                String why = hop == Hop.NONE ? none.detail() : "no source port is left";
                loop.execute(() -> visitor.ended(none.status(), why));
                return NOTHING;
            }
            hear(hop.out().name());
            boolean checked = !endpoint.address().isLoopbackAddress();
            Wire wire = new Wire(outlet, target, hop, tap, clock);
            RawAssociation association = new RawAssociation(
                    wire, sourcePort, tag(), random.nextInt(), checked, loop, visitor, () -> open.remove(sourcePort));
            open.put(sourcePort, association);
            loop.execute(association::begin);
            return association;
        } catch (RawSocketException e) {
            String why = String.valueOf(e.getMessage());
            loop.execute(() -> visitor.ended(Status.FAULT, why));
            return NOTHING;
        }
    }

    /** Never 0, which is no initiate tag (RFC 9260 section 3.3.2). */
    private int tag() {
        int drawn = random.nextInt();
        return drawn == 0 ? 1 : drawn;
    }

    private int free() {
        for (int i = 0; i < sources.count(); i++) {
            port = (port + 1) % sources.count();
            if (!open.containsKey(sources.first() + port)) {
                return sources.first() + port;
            }
        }
        return NONE;
    }

    private void hear(String interfaceName) throws RawSocketException {
        if (!ears.containsKey(interfaceName)) {
            Packet packet = new Packet();
            Unreachable quote = new Unreachable();
            ears.put(interfaceName, Ear.at(interfaceName, FILTER, FRAME, (frame, linkType, original) -> {
                switch (packet.read(frame, linkType, original)) {
                    case SCTP -> heard(packet);
                    case OTHER -> unreachable(packet, quote);
                    default -> {
                        // Nothing of SCTP.
                    }
                }
            }));
        }
    }

    /** Called by the ears' threads. */
    private void heard(Packet packet) {
        RawAssociation association = open.get(packet.destinationPort());
        if (association != null) {
            Spot from = new Spot();
            from.set(packet.isIpv6(), packet.sourceHigh(), packet.sourceLow(), packet.sourcePort());
            association.heard(copy(packet), from);
            return;
        }
        RawAssociation own = open.get(packet.sourcePort());
        if (own != null && packet.payload().length() > 0 && packet.payload().u8(0) == RawAssociation.ABORT) {
            own.aborted("this machine's own SCTP has aborted it: " + rule());
        }
    }

    private static byte[] copy(Packet packet) {
        ByteView chunks = packet.payload();
        return new io.netgrade.wire.ByteWriter()
                .u16(packet.sourcePort())
                .u16(packet.destinationPort())
                .u32(packet.sctp().verificationTag())
                .u32(packet.sctp().checksum())
                .bytes(chunks.bytes())
                .written();
    }

    /** Called by the ears' threads. */
    private void unreachable(Packet packet, Unreachable quote) {
        if (quote.read(packet, IpProtocol.SCTP)) {
            RawAssociation association = open.get(quote.sourcePort());
            if (association != null) {
                association.unreachable(quote.transport().bytes(), quote.meaning());
            }
        }
    }

    @Override
    public void close() {
        ears.values().forEach(Ear::close);
        outlet.close();
    }

    private static final Open NOTHING = new Open() {
        @Override
        public void send(long payloadProtocol, byte[] message) {
            // There is nobody to send to.
        }

        @Override
        public void leave() {
            // It never was.
        }

        @Override
        public void abort() {
            // It never was.
        }
    };
}
