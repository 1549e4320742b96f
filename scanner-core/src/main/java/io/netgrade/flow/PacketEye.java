// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Observation;
import io.netgrade.packet.EtherType;
import io.netgrade.packet.Fragments;
import io.netgrade.packet.Packet;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at frames and says what services they show. Captures are looked at one after another, each between {@link #begin}
 * and {@link #end}; flows live on from one to the next, as files of one recording that was rotated need it.
 *
 * <p>For one thread. A packet of a flow that nobody wants to read (any more) costs no allocation.
 */
public final class PacketEye implements AutoCloseable {
    /** Packets in packets that are followed; beyond, the innermost is counted and left. */
    private static final int DEEPEST = 8;

    private final Packet packet = new Packet(Fragments.standard());
    private final FlowCounts counts = new FlowCounts();
    private final Flows flows;
    private final Statements statements;
    private final FlowReader reader;
    private final TcpConnections tcp;
    private final SctpAssociations sctp;
    private final Below below;
    /** Counted so far, over all captures. */
    private long unreadFragments;

    private long fragmentOverlaps;
    /** IP protocol numbers, EtherTypes and their like that a protocol is usual on; no other is followed. */
    private final boolean[] straightOverIp = new boolean[1 << 16];

    /**
     * @param protocols in the order in which they are asked; the one with id {@code tls} is given what follows STARTTLS
     * @param consumer told each observation as soon as it is made
     */
    public PacketEye(List<Protocol> protocols, FlowLimits limits, Consumer<Observation> consumer) {
        FlowTable table = new FlowTable(limits.flows());
        Flow nobody = new Flow(new HeldSegments.Holding(new BufferPool(0), 0), limits, 0);
        below = new Below(table);
        flows = new Flows(limits, table, counts, protocols.size());
        statements = new Statements(table, counts, nobody, consumer);
        Recognizer recognizer = new Recognizer(protocols, counts, statements);
        Lending lending = new Lending(limits, table, flows, counts, statements, protocols, nobody, below);
        reader = new FlowReader(limits, table, flows, counts, recognizer, lending, below);
        tcp = new TcpConnections(table, flows, reader, below);
        sctp = new SctpAssociations(table, flows, counts, reader, below, statements);
        for (Protocol protocol : protocols) {
            protocol.usualPorts(Transport.IP).forEach(number -> straightOverIp[number] = true);
        }
    }

    /**
     * A capture begins.
     *
     * @param captureName as the user gave it; the place of the evidence
     */
    public void begin(String captureName) {
        statements.capture(captureName);
    }

    /**
     * One frame.
     *
     * @param frame the captured bytes, looked at in place during the call
     * @param linkType as libpcap numbers them
     * @param timeNanos since 1970-01-01T00:00Z
     * @param capturedLength bytes captured
     * @param originalLength bytes on the wire
     * @param number in the capture, from 1
     */
    public void frame(
            ByteView frame, int linkType, long timeNanos, int capturedLength, long originalLength, long number) {
        statements.frame(number, timeNanos);
        look(packet.read(frame, linkType, originalLength, timeNanos), linkType, timeNanos);
        int enclosed = below.takeEnclosed();
        for (int depth = 1; enclosed != Below.NOTHING; depth++) {
            if (depth == DEEPEST) {
                counts.hit(Limit.ENCLOSED_TOO_DEEP);
                return;
            }
            Packet.Kind kind = packet.read(below.enclosed(), enclosed, below.enclosedOnWire(), timeNanos);
            look(kind, enclosed, timeNanos);
            enclosed = below.takeEnclosed();
        }
    }

    private void look(Packet.Kind kind, int linkType, long timeNanos) {
        switch (kind) {
            case TCP -> tcp.segment(packet, timeNanos);
            case UDP -> datagram(Transport.UDP, timeNanos);
            case SCTP -> sctp.packet(packet, timeNanos);
            case OTHER -> straight(timeNanos);
            case LINK -> link(timeNanos);
            case FRAGMENT -> {
                // It waits for the rest; what waits in vain is counted at the end.
            }
            case CUT -> counts.hit(Limit.CUT_HEADERS);
            case MALFORMED -> counts.malformed();
            case NOT_IP -> notIp();
            case UNSUPPORTED_LINK -> counts.unsupported(linkType);
        }
        if (packet.aggregate()) {
            counts.hit(Limit.LINK_AGGREGATES);
        }
    }

    private void notIp() {
        counts.notIp();
        if (packet.linkEncrypted()) {
            counts.hit(Limit.LINK_ENCRYPTED);
        }
        if (packet.pointCodesUntold()) {
            counts.hit(Limit.POINT_CODES_UNTOLD);
        }
    }

    private void straight(long timeNanos) {
        if (straightOverIp[packet.protocol()] && !EtherType.isSignalling(packet.protocol())) {
            datagram(Transport.IP, timeNanos);
        } else {
            counts.ipProtocol(packet.protocol());
        }
    }

    private void link(long timeNanos) {
        if (straightOverIp[packet.protocol()]) {
            datagram(Transport.IP, timeNanos);
        } else {
            counts.notIp();
        }
    }

    private void datagram(Transport transport, long timeNanos) {
        int entry = flows.enter(packet, transport, timeNanos);
        if (packet.payloadOnWire() == 0) {
            return;
        }
        flows.mark(entry, FlowState.PAYLOAD);
        if (!flows.isOver(entry)) {
            long missing = packet.payloadOnWire() - packet.payload().length();
            below.packet(packet, entry);
            below.missing(missing);
            reader.datagram(flows.open(entry), flows.side(), packet.payload(), missing > 0);
        }
    }

    /** The capture ends: what was not seen of it. */
    public FlowCoverage end() {
        countFragments();
        flows.book();
        reader.clear();
        return counts.close();
    }

    /** No capture follows: states what only the end of all of them can show. */
    public void finish() {
        sctp.stateUnknown();
    }

    private void countFragments() {
        long unread = packet.fragmentsLost() + packet.fragmentsWaiting();
        counts.hits(Limit.IP_FRAGMENTS, Math.max(0, unread - unreadFragments));
        counts.hits(Limit.IP_FRAGMENT_OVERLAPS, packet.fragmentOverlaps() - fragmentOverlaps);
        unreadFragments = unread;
        fragmentOverlaps = packet.fragmentOverlaps();
    }

    /** Lets go of all flows. */
    @Override
    public void close() {
        flows.releaseAll();
    }
}
