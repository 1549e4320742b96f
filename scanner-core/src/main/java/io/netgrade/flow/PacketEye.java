// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Observation;
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
    private final Packet packet = new Packet();
    private final FlowCounts counts = new FlowCounts();
    private final Flows flows;
    private final Statements statements;
    private final FlowReader reader;
    private final TcpConnections tcp;

    /**
     * @param protocols in the order in which they are asked; the one with id {@code tls} is given what follows STARTTLS
     * @param consumer told each observation as soon as it is made
     */
    public PacketEye(List<Protocol> protocols, FlowLimits limits, Consumer<Observation> consumer) {
        FlowTable table = new FlowTable(limits.flows());
        Flow nobody = new Flow(new BufferPool(0), limits, 0);
        flows = new Flows(limits, table, counts, protocols.size());
        statements = new Statements(table, counts, nobody, consumer);
        Recognizer recognizer = new Recognizer(protocols, counts, statements);
        Lending lending = new Lending(limits, table, flows, counts, statements, protocols, nobody);
        reader = new FlowReader(limits, table, flows, counts, recognizer, lending);
        tcp = new TcpConnections(table, flows, reader);
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
        Packet.Kind kind = packet.read(frame, linkType, originalLength);
        if (packet.fragment() && (kind == Packet.Kind.TCP || kind == Packet.Kind.UDP)) {
            counts.hit(Limit.IP_FRAGMENTS);
        }
        switch (kind) {
            case TCP -> tcp.segment(packet, timeNanos);
            case UDP -> datagram(timeNanos);
            case OTHER, SCTP -> counts.ipProtocol(packet.protocol());
            case FRAGMENT -> counts.hit(Limit.IP_FRAGMENTS);
            case CUT -> counts.hit(Limit.CUT_HEADERS);
            case MALFORMED -> counts.malformed();
            case LINK, NOT_IP -> counts.notIp();
            case UNSUPPORTED_LINK -> counts.unsupported(linkType);
        }
    }

    private void datagram(long timeNanos) {
        int entry = flows.enter(packet, timeNanos);
        if (packet.payloadOnWire() == 0) {
            return;
        }
        flows.mark(entry, FlowState.PAYLOAD);
        if (!flows.isOver(entry)) {
            boolean cut = packet.payload().length() < packet.payloadOnWire();
            reader.datagram(flows.open(entry), flows.side(), packet.payload(), cut);
        }
    }

    /** The capture ends: what was not seen of it. */
    public FlowCoverage end() {
        flows.book();
        reader.clear();
        return counts.close();
    }

    /** Lets go of all flows. */
    @Override
    public void close() {
        flows.releaseAll();
    }
}
