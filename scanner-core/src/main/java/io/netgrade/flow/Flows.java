// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.Packet;
import java.util.ArrayDeque;

/** The life of flows: known from their first packet, looked into from their first payload, let go when nothing is left. */
final class Flows {
    /** Streams that nobody knows and that are watched at a time; beyond, the next ones are let go at once. */
    private static final int MOST_WATCHED = 1 << 14;

    private final FlowLimits limits;
    private final FlowTable table;
    private final FlowCounts counts;
    private final HeldSegments.Holding holding;
    private final int protocols;
    private final ArrayDeque<Flow> spare = new ArrayDeque<>();
    private int watched;

    Flows(FlowLimits limits, FlowTable table, FlowCounts counts, int protocols) {
        this.limits = limits;
        this.table = table;
        this.counts = counts;
        this.holding = new HeldSegments.Holding(new BufferPool(limits.bufferedBytes()), limits.heldBytes());
        this.protocols = protocols;
    }

    /** The entry of a packet's flow, which may begin with it; {@link FlowTable#side} then tells who sent it. */
    int enter(Packet packet, Transport transport, long timeNanos) {
        table.look(packet, transport);
        int entry = table.find();
        int state = entry == FlowTable.NONE ? 0 : table.state(entry);
        if (entry == FlowTable.NONE) {
            entry = table.full() ? takeOver() : table.add();
            state = FlowState.withInitiator(0, table.side());
        }
        table.state(entry, state | FlowState.TOUCHED | FlowState.seen(table.side()));
        table.touch(entry, timeNanos);
        return entry;
    }

    private int takeOver() {
        int victim = table.oldest();
        counts.hit(Limit.FLOW_TABLE);
        forget(victim);
        table.replace(victim);
        return victim;
    }

    /** Which side sent the packet entered last: 0 or 1. */
    int side() {
        return table.side();
    }

    /** Another connection of the same addresses and ports begins. */
    void restart(int entry) {
        forget(entry);
        table.state(entry, FlowState.withInitiator(FlowState.TOUCHED | FlowState.seen(table.side()), table.side()));
    }

    /** Counts what waits for the rest in vain if nothing more comes. */
    void countWaiting(int entry) {
        Flow open = table.flow(entry);
        if (open != null) {
            counts.hits(Limit.HOLES, open.takeWaitingMessages());
        }
    }

    private void forget(int entry) {
        countWaiting(entry);
        counts.book(table.state(entry), table.transport(entry));
        release(entry);
    }

    /** The flow of an entry that is not over, as an object. */
    Flow open(int entry) {
        Flow open = table.flow(entry);
        if (open != null) {
            return open;
        }
        Flow flow = another(entry);
        table.flow(entry, flow);
        return flow;
    }

    /** One more object for an entry, on which datagrams of another protocol go the same way. */
    Flow another(int entry) {
        Flow kept = spare.poll();
        Flow flow = kept == null ? new Flow(holding, limits, protocols) : kept;
        flow.entry = entry;
        return flow;
    }

    /** Lets go of an object that {@link #another} gave. */
    void giveBack(Flow flow) {
        unwatch(flow);
        flow.clear();
        spare.push(flow);
    }

    /** How many protocols there are. */
    int protocols() {
        return protocols;
    }

    /** Keeps a stream that nobody knows; false where too many are kept already. */
    boolean watch(Flow flow) {
        if (watched == MOST_WATCHED) {
            return false;
        }
        flow.watched = true;
        watched++;
        return true;
    }

    /** Somebody knows the stream now, or it is over. */
    void unwatch(Flow flow) {
        watched -= flow.watched ? 1 : 0;
        flow.watched = false;
    }

    boolean isOver(int entry) {
        return FlowState.has(table.state(entry), FlowState.OVER);
    }

    /** Nothing more of a flow is looked at; it is only counted. */
    void over(int entry) {
        table.state(entry, table.state(entry) | FlowState.OVER);
        release(entry);
    }

    private void release(int entry) {
        Flow open = table.flow(entry);
        table.flow(entry, null);
        while (open != null) {
            Flow next = open.next;
            giveBack(open);
            open = next;
        }
    }

    void mark(int entry, int bits) {
        table.state(entry, table.state(entry) | bits);
    }

    /** Counts all flows that the capture touched. The flows live on: the next file may go on where this one ends. */
    void book() {
        for (int entry = 0; entry < table.size(); entry++) {
            counts.book(table.state(entry), table.transport(entry));
            countWaiting(entry);
            table.state(entry, table.state(entry) & ~FlowState.TOUCHED);
        }
    }

    void releaseAll() {
        for (int entry = 0; entry < table.size(); entry++) {
            over(entry);
        }
    }
}
