// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;

/**
 * Follows SCTP associations (RFC 9260), or whatever of them a capture holds, and hands on their user messages.
 *
 * <pre>
 *  chunk   type(1) flags(1) length(2) value, padded to four bytes
 *  DATA    TSN(4) stream(2) sequence(2) payload protocol(4) user data
 *  I-DATA  TSN(4) stream(2) reserved(2) message(4) payload protocol or fragment(4) user data (RFC 8260)
 * </pre>
 */
final class SctpAssociations {
    private static final int CHUNK_HEADER = 4;
    private static final int DATA = 0;
    private static final int INIT = 1;
    private static final int INIT_ACK = 2;
    private static final int ABORT = 6;
    private static final int SHUTDOWN_COMPLETE = 14;
    private static final int I_DATA = 64;
    private static final int DATA_HEADER = 16;
    private static final int I_DATA_HEADER = 20;
    private static final int BEGIN = 2;
    /** A chunk that begins a message and ends it. */
    private static final int WHOLE = 3;

    private static final int UNORDERED = 4;

    private final FlowTable table;
    private final Flows flows;
    private final FlowCounts counts;
    private final FlowReader reader;
    private final Below below;
    private final Statements statements;
    private final ByteView user = new ByteView();

    SctpAssociations(
            FlowTable table, Flows flows, FlowCounts counts, FlowReader reader, Below below, Statements statements) {
        this.table = table;
        this.flows = flows;
        this.counts = counts;
        this.reader = reader;
        this.below = below;
        this.statements = statements;
    }

    void packet(Packet packet, long timeNanos) {
        int entry = flows.enter(packet, Transport.SCTP, timeNanos);
        int side = table.side();
        below.packet(packet, entry);
        ByteView chunks = packet.payload();
        int at = 0;
        while (chunks.length() - at >= CHUNK_HEADER) {
            int length = chunks.u16(at + 2);
            boolean cut = length > chunks.length() - at;
            if (length < CHUNK_HEADER || (cut && packet.payloadOnWire() <= chunks.length())) {
                counts.malformed();
                return;
            }
            chunk(entry, side, chunks, at, Math.min(length, chunks.length() - at), cut);
            at += length + 3 & ~3;
        }
    }

    private void chunk(int entry, int side, ByteView chunks, int at, int length, boolean cut) {
        switch (chunks.u8(at)) {
            case INIT -> asked(entry, side);
            case INIT_ACK -> accepted(entry, side);
            case ABORT, SHUTDOWN_COMPLETE -> ended(entry);
            case DATA -> data(entry, side, chunks, at, length, cut, DATA_HEADER);
            case I_DATA -> data(entry, side, chunks, at, length, cut, I_DATA_HEADER);
            default -> {
                // Control chunks tell nothing of who uses the association.
            }
        }
    }

    /**
     * A new INIT on addresses and ports that have had an association begins another one; one behind the answer to it came
     * twice, or from both sides.
     */
    private void asked(int entry, int side) {
        int state = table.state(entry);
        if ((state & (FlowState.PAYLOAD | FlowState.OVER)) != 0) {
            flows.restart(entry);
        }
        if (!FlowState.has(table.state(entry), FlowState.ACCEPTED)) {
            table.state(entry, FlowState.withInitiator(table.state(entry), side));
            opened(entry, side);
        }
    }

    private void accepted(int entry, int side) {
        table.state(entry, FlowState.withInitiator(table.state(entry), 1 - side) | FlowState.ACCEPTED);
        opened(entry, side);
        table.sequence(entry, 1 - side, statements.captureNumber());
    }

    private void ended(int entry) {
        flows.countWaiting(entry);
        flows.over(entry);
    }

    private void opened(int entry, int side) {
        table.sequence(entry, side, (int) statements.frame());
        flows.mark(entry, FlowState.syn(side));
    }

    private void data(int entry, int side, ByteView chunks, int at, int length, boolean cut, int header) {
        if (length <= header || flows.isOver(entry)) {
            return;
        }
        flows.mark(entry, FlowState.PAYLOAD);
        Flow flow = flows.open(entry);
        if (!flow.messages(side).isNew(chunks.i32(at + 4))) {
            return;
        }
        user.wrap(chunks, at + header, length - header);
        if ((chunks.u8(at + 1) & WHOLE) == WHOLE) {
            below.payloadProtocol(chunks.u32(at + header - 4));
            reader.datagram(flow, side, user, cut);
        } else if (cut) {
            counts.hit(Limit.CUT_DATAGRAMS);
        } else {
            fragment(flow, side, chunks, at, header == I_DATA_HEADER);
        }
    }

    /**
     * Those of a message in DATA follow each other by their TSN, and share stream, order and sequence; those in I-DATA
     * share stream, order and message, and are numbered from the second on (RFC 8260 2.1).
     */
    private void fragment(Flow flow, int side, ByteView chunks, int at, boolean numbered) {
        HeldFragments fragments = flow.messages(side).fragments();
        int flags = chunks.u8(at + 1);
        boolean unordered = (flags & UNORDERED) != 0;
        long stream = (long) chunks.u16(at + 8) << 33 | (unordered ? 1L << 32 : 0);
        long message = numbered ? chunks.u32(at + 12) | 1L << 62 : unordered ? 0 : chunks.u16(at + 10);
        int sequence = chunks.i32(at + 4);
        long payloadProtocol = chunks.u32(at + (numbered ? I_DATA_HEADER : DATA_HEADER) - 4);
        int order = numbered ? number(chunks, at, flags) : sequence;
        boolean whole = fragments.hold(sequence, stream | message, order, flags, payloadProtocol, user);
        counts.hits(Limit.HOLES, fragments.takeLost());
        if (whole) {
            int entry = flow.entry;
            below.payloadProtocol(fragments.payloadProtocol());
            fragments.show(user);
            reader.datagram(flow, side, user, false);
            if (!flows.isOver(entry)) {
                fragments.take();
            }
        }
    }

    private static int number(ByteView chunks, int at, int flags) {
        return (flags & BEGIN) != 0 ? 0 : chunks.i32(at + I_DATA_HEADER - 4);
    }

    /** States the associations that were accepted and of whose user nothing was recognised in any capture. */
    void stateUnknown() {
        for (int entry = 0; entry < table.size(); entry++) {
            int state = table.state(entry);
            if (table.transport(entry) == Transport.SCTP
                    && FlowState.has(state, FlowState.ACCEPTED)
                    && !FlowState.has(state, FlowState.RECOGNISED)) {
                int server = 1 - FlowState.initiator(state);
                statements.association(entry, server, table.sequence(entry, 1 - server));
            }
        }
        statements.tell();
    }
}
