// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.Packet;
import io.netgrade.packet.TcpHeader;
import io.netgrade.wire.ByteView;

/** Follows TCP connections from SYN to FIN or RST (RFC 9293), or whatever of that a capture holds. */
final class TcpConnections {
    private static final int MOST_PADDING = 6;

    private final FlowTable table;
    private final Flows flows;
    private final FlowReader reader;
    private final Below below;

    TcpConnections(FlowTable table, Flows flows, FlowReader reader, Below below) {
        this.table = table;
        this.flows = flows;
        this.reader = reader;
        this.below = below;
    }

    void segment(Packet packet, long timeNanos) {
        int entry = flows.enter(packet, Transport.TCP, timeNanos);
        int side = table.side();
        TcpHeader tcp = packet.tcp();
        if (tcp.syn()) {
            opened(entry, side, tcp);
        }
        int bare = tcp.syn() && !tcp.ack() ? 0 : FlowState.BEYOND_SYN;
        long onWire = isPadding(packet) || isClaim(packet) ? 0 : packet.payloadOnWire();
        flows.mark(entry, onWire > 0 ? bare | FlowState.PAYLOAD : bare);
        if (!flows.isOver(entry)) {
            signed(packet, entry, side);
            below.packet(packet, entry);
            follow(entry, side, tcp, packet.payload(), onWire);
        }
    }

    /**
     * Whether a bare acknowledgment was padded to Ethernet's shortest frame and its IP header counts the padding, as some
     * equipment sends it: a few zeros without a push, which would stand in the place of the stream's next bytes.
     */
    private static boolean isPadding(Packet packet) {
        ByteView payload = packet.payload();
        TcpHeader tcp = packet.tcp();
        if (payload.length() > MOST_PADDING || payload.length() == 0 || tcp.psh() || tcp.fin()) {
            return false;
        }
        for (int at = 0; at < payload.length(); at++) {
            if (payload.u8(at) != 0) {
                return false;
            }
        }
        return packet.payloadOnWire() == payload.length();
    }

    /**
     * Whether a SYN claims a payload of which nothing was captured: more likely its IP header is wrong. Where it is not, the
     * bytes are found missing at the next segment.
     */
    private static boolean isClaim(Packet packet) {
        return packet.tcp().syn() && packet.payload().length() == 0;
    }

    private void signed(Packet packet, int entry, int side) {
        if (packet.tcpMd5()) {
            flows.mark(entry, FlowState.md5(side));
        }
        if (packet.tcpAo()) {
            flows.mark(entry, FlowState.ao(side));
        }
    }

    private void follow(int entry, int side, TcpHeader tcp, ByteView payload, long onWire) {
        if (tcp.rst()) {
            end(entry);
            return;
        }
        int first = tcp.syn() ? tcp.sequence() + 1 : tcp.sequence();
        if (onWire > 0) {
            Flow flow = flows.open(entry);
            TcpSide stream = flow.streams[side];
            if (!stream.started() && FlowState.has(table.state(entry), FlowState.syn(side))) {
                stream.begin(table.sequence(entry, side) + 1);
            }
            stream.accept(first, payload, onWire, reader.of(flow, side));
        }
        if (tcp.fin() && !flows.isOver(entry)) {
            closed(entry, side, first + (int) onWire);
        }
    }

    private void closed(int entry, int side, int end) {
        Flow flow = table.flow(entry);
        if (flow == null || flow.streams[side].endsAt(end)) {
            flows.mark(entry, FlowState.closed(side));
        }
        if (FlowState.has(table.state(entry), FlowState.closed(0) | FlowState.closed(1))) {
            end(entry);
        }
    }

    /** Nothing more will come: what waited for more is decided by what there is. */
    private void end(int entry) {
        Flow flow = table.flow(entry);
        if (flow != null) {
            reader.ends(flow);
        }
        flows.over(entry);
    }

    private void opened(int entry, int side, TcpHeader tcp) {
        if (tcp.ack()) {
            answered(entry, side, tcp);
        } else if (!isKnown(entry, side, tcp.sequence())) {
            beginAnew(entry, side);
            table.state(entry, FlowState.withInitiator(table.state(entry), side));
            remember(entry, side, tcp.sequence());
        }
    }

    /** A SYN with ACK: its sender was connected to, and it tells the other side's sequence number too. */
    private void answered(int entry, int side, TcpHeader tcp) {
        int initiator = 1 - side;
        int asked = tcp.acknowledgment() - 1;
        if (!isKnown(entry, initiator, asked)) {
            beginAnew(entry, side);
            table.state(entry, FlowState.withInitiator(table.state(entry), initiator));
            remember(entry, initiator, asked);
        }
        if (!FlowState.has(table.state(entry), FlowState.syn(side))) {
            remember(entry, side, tcp.sequence());
        }
    }

    /** Whether this SYN was seen before: a retransmission, or the same capture again. */
    private boolean isKnown(int entry, int side, int sequence) {
        return FlowState.has(table.state(entry), FlowState.syn(side)) && table.sequence(entry, side) == sequence;
    }

    /** A new SYN on addresses and ports that have had a connection begins another one. */
    private void beginAnew(int entry, int side) {
        int state = table.state(entry);
        int traces = FlowState.PAYLOAD | FlowState.OVER | FlowState.syn(0) | FlowState.syn(1);
        if ((state & traces) != 0) {
            flows.restart(entry);
        }
        flows.mark(entry, FlowState.seen(side));
    }

    private void remember(int entry, int side, int sequence) {
        table.sequence(entry, side, sequence);
        flows.mark(entry, FlowState.syn(side));
    }
}
