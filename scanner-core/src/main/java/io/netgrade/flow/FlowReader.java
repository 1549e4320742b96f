// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/** Finds the protocol of each flow from its opening, then lends the flow to the protocol's reader. */
final class FlowReader implements StreamSink {
    private final FlowLimits limits;
    private final FlowTable table;
    private final Flows flows;
    private final FlowCounts counts;
    private final Recognizer recognizer;
    private final Lending lending;
    private final FlowOpening opening = new FlowOpening();
    private Flow flow;
    private int side;

    FlowReader(
            FlowLimits limits,
            FlowTable table,
            Flows flows,
            FlowCounts counts,
            Recognizer recognizer,
            Lending lending) {
        this.limits = limits;
        this.table = table;
        this.flows = flows;
        this.counts = counts;
        this.recognizer = recognizer;
        this.lending = lending;
        this.flow = lending.nobody();
    }

    /** Whose bytes come from now on. */
    StreamSink of(Flow one, int fromSide) {
        flow = one;
        side = fromSide;
        return this;
    }

    @Override
    public boolean bytes(ByteView bytes) {
        return flow.dissector == null ? opening(bytes) : lending.offer(flow, side, bytes);
    }

    @Override
    public boolean missed(long bytes) {
        counts.hit(Limit.HOLES);
        if (flow.dissector != null) {
            return lending.missed(flow, side, bytes);
        }
        flow.holed = true;
        return (flow.unread[0].isEmpty() && flow.unread[1].isEmpty()) || giveUp();
    }

    /** One datagram: an opening and a message of its own. */
    void datagram(Flow one, int fromSide, ByteView datagram, boolean cut) {
        of(one, fromSide);
        if (one.dissector == null && !recogniseDatagram(datagram)) {
            return;
        }
        if (cut) {
            counts.hit(Limit.CUT_DATAGRAMS);
            lending.announce(one);
        } else {
            lending.datagram(one, fromSide, datagram);
        }
    }

    private boolean recogniseDatagram(ByteView datagram) {
        opening.of(table, flow.entry, false);
        opening.side(side).wrap(datagram, 0, datagram.length());
        int index = recognizer.ask(opening, flow.refused);
        boolean taken = index >= 0 && take(index);
        if (!taken && !flows.isOver(flow.entry)) {
            Arrays.fill(flow.refused, false);
            flow.strangeDatagrams++;
            if (flow.strangeDatagrams >= limits.openingDatagrams()) {
                flows.over(flow.entry);
            }
        }
        return taken;
    }

    private boolean opening(ByteView fresh) {
        Unread own = flow.unread[side];
        boolean kept = !own.isEmpty();
        if (kept && !keep(fresh)) {
            return false;
        }
        opening.of(table, flow.entry, flow.holed);
        flow.unread[1 - side].show(opening.side(1 - side));
        if (kept) {
            own.show(opening.side(side));
        } else {
            opening.side(side).wrap(fresh, 0, fresh.length());
        }
        int index = recognizer.ask(opening, flow.refused);
        if (index >= 0) {
            return take(index) && lending.replay(flow) && (kept || lending.offer(flow, side, fresh));
        }
        if (recognizer.recognition() == Recognition.NO) {
            flows.over(flow.entry);
            return false;
        }
        return kept || keep(fresh);
    }

    private boolean keep(ByteView fresh) {
        if (flow.unread[side].length() + fresh.length() > limits.openingBytes()) {
            return giveUp();
        }
        flow.turn(side, fresh.length());
        return flow.unread[side].append(fresh) || lending.end(flow, Limit.BUFFERS);
    }

    private boolean giveUp() {
        return lending.end(flow, Limit.OPENINGS);
    }

    /** Gives the flow to the protocol that recognised it. */
    private boolean take(int index) {
        Protocol protocol = recognizer.protocol(index);
        flow.serverSide = Recognizer.server(recognizer.recognition(), table, flow.entry);
        flows.mark(flow.entry, FlowState.RECOGNISED);
        return lending.begin(flow, protocol, opening);
    }

    void clear() {
        opening.clear();
    }
}
