// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Finds the protocol of each flow from its opening, then lends the flow to the protocol's reader. */
final class FlowReader implements StreamSink {
    /** Protocols whose datagrams go one way: STUN, DTLS, RTP and RTCP share a pair of ports (RFC 7983). */
    private static final int MOST_SHARING = 4;

    /** Bytes by which a datagram is told from the one before. */
    private static final int TRAITS = 32;

    private final FlowLimits limits;
    private final FlowTable table;
    private final Flows flows;
    private final FlowCounts counts;
    private final Recognizer recognizer;
    private final Lending lending;
    private final FlowOpening opening;
    private final LateTls late;
    private final ByteView kept = new ByteView();
    private Flow flow;
    private int side;

    FlowReader(
            FlowLimits limits,
            FlowTable table,
            Flows flows,
            FlowCounts counts,
            Recognizer recognizer,
            Lending lending,
            Below below) {
        this.limits = limits;
        this.table = table;
        this.flows = flows;
        this.counts = counts;
        this.recognizer = recognizer;
        this.lending = lending;
        this.opening = new FlowOpening(below, lending.tls());
        this.flow = lending.nobody();
        this.late = new LateTls(flows, recognizer, lending.tls());
    }

    /** Whose bytes come from now on. */
    StreamSink of(Flow one, int fromSide) {
        flow = one;
        side = fromSide;
        return this;
    }

    @Override
    public boolean bytes(ByteView bytes) {
        if (flow.watched) {
            return words(bytes);
        }
        boolean wanted = flow.dissector == null ? opening(bytes) : lending.offer(flow, side, bytes);
        return wanted && goOn();
    }

    /** Where a reader has handed the connection on, looks for the next in what is unread already. */
    private boolean goOn() {
        while (flow.dissector == null && flow.turns() > 0 && !flow.sought) {
            if (!seek()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void repeated(ByteView again, long behind, boolean goesOn) {
        switch (flow.unread[side].compare(again, behind, kept)) {
            case SAME -> {}
            case DIFFERENT -> contradicted();
            case UNKNOWN -> counts.hits(Limit.TCP_OVERLAPS, goesOn ? 1 : 0);
        }
    }

    @Override
    public void contradicted() {
        counts.hit(Limit.TCP_CONTRADICTIONS);
        flow.contradicted = true;
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

    /** One datagram or message: an opening and a message of its own. */
    void datagram(Flow first, int fromSide, ByteView datagram, boolean cut) {
        int entry = first.entry;
        Flow last = first;
        for (Flow one = first; one != null; one = one.next) {
            last = one;
            of(one, fromSide);
            if (one.dissector != null && offer(one, datagram, cut)) {
                first.strangeDatagrams = 0;
                flows.mark(entry, FlowState.RECOGNISED);
                return;
            }
        }
        Flow candidate = last.dissector == null ? last : sharing(first, last);
        boolean taken = candidate != null && recogniseDatagram(candidate, first, datagram, cut);
        if (!taken && !flows.isOver(entry)) {
            stranger(first, datagram);
        }
    }

    private @Nullable Flow sharing(Flow first, Flow last) {
        int sharing = 1;
        for (Flow one = first; one.next != null; one = one.next) {
            sharing++;
        }
        return sharing < MOST_SHARING ? flows.another(last.entry) : null;
    }

    private boolean recogniseDatagram(Flow candidate, Flow first, ByteView datagram, boolean cut) {
        of(candidate, side);
        opening.of(table, candidate.entry, false);
        opening.side(side).wrap(datagram, 0, datagram.length());
        for (Flow one = first; one != candidate && one != null; one = one.next) {
            recognizer.refuse(one.protocol, candidate.refused);
        }
        int index = recognizer.ask(opening, candidate.refused);
        candidate.refused.clear();
        boolean taken = index >= 0 && take(index) && offer(candidate, datagram, cut);
        if (taken) {
            flows.mark(first.entry, FlowState.RECOGNISED);
        }
        boolean kept = taken || undecided(candidate);
        if (candidate != first && !flows.isOver(first.entry)) {
            settle(candidate, first, kept);
        } else if (!kept && !flows.isOver(first.entry)) {
            candidate.reopen();
        }
        return taken;
    }

    private static boolean undecided(Flow one) {
        return one.dissector != null && one.dissector.undecided();
    }

    /** Keeps the one that has taken a datagram, or may yet, beside the others; or gives it back. */
    private void settle(Flow candidate, Flow first, boolean kept) {
        if (!kept) {
            flows.giveBack(candidate);
            return;
        }
        Flow last = first;
        while (last.next != null) {
            last = last.next;
        }
        last.next = candidate;
    }

    private boolean offer(Flow one, ByteView datagram, boolean cut) {
        Dissector dissector = one.dissector;
        if (cut) {
            counts.hit(Limit.CUT_DATAGRAMS);
        }
        if (cut && (dissector == null || !dissector.readsCut())) {
            lending.announce(one, side);
            return true;
        }
        return lending.datagram(one, side, datagram);
    }

    /** Nobody knows the datagram; after some in a row nobody looks at the flow any more. */
    private void stranger(Flow first, ByteView datagram) {
        int traits = traits(datagram);
        if (first.strangeDatagrams > 0 && first.strangeTraits == traits) {
            // Sent twice, or captured twice.
            return;
        }
        first.strangeTraits = traits;
        first.strangeDatagrams++;
        if (first.strangeDatagrams >= limits.openingDatagrams()) {
            if (first.protocol != null && !undecided(first)) {
                counts.hit(Limit.MALFORMED_IN_PROTOCOL);
            }
            flows.over(first.entry);
        }
    }

    private static int traits(ByteView datagram) {
        int traits = datagram.length();
        for (int at = 0; at < Math.min(datagram.length(), TRAITS); at++) {
            traits = traits * 31 + datagram.u8(at);
        }
        return traits;
    }

    private boolean opening(ByteView fresh) {
        boolean first = flow.turns() == 0 && flow.unread[0].isEmpty() && flow.unread[1].isEmpty();
        if (!first) {
            return keep(fresh) && seek();
        }
        opening.of(table, flow.entry, flow.holed);
        opening.side(side).wrap(fresh, 0, fresh.length());
        int index = recognizer.ask(opening, flow.refused);
        if (index >= 0) {
            flows.mark(flow.entry, FlowState.RECOGNISED);
            return take(index) && lending.offer(flow, side, fresh);
        }
        flow.sought = true;
        return recognizer.recognition() == Recognition.NO ? nobodys(fresh.length()) : keep(fresh);
    }

    /** Looks for the protocol of what was kept of the opening. */
    private boolean seek() {
        opening.of(table, flow.entry, flow.holed);
        flow.unread[0].show(opening.side(0));
        flow.unread[1].show(opening.side(1));
        int index = recognizer.ask(opening, flow.refused);
        flow.sought = index < 0;
        if (index < 0) {
            return recognizer.recognition() != Recognition.NO || nobodys(0);
        }
        flows.mark(flow.entry, FlowState.RECOGNISED);
        return take(index) && lending.replay(flow);
    }

    /** Nothing more will come of a stream: whoever claims its opening has it, though others would have liked more. */
    void ends(Flow one) {
        if (one.dissector == null && one.turns() > 0) {
            of(one, side);
            opening.of(table, one.entry, one.holed);
            one.unread[0].show(opening.side(0));
            one.unread[1].show(opening.side(1));
            int index = recognizer.askLast(opening, one.refused);
            if (index >= 0) {
                flows.mark(one.entry, FlowState.RECOGNISED);
                if (take(index)) {
                    lending.replay(one);
                }
            }
        }
    }

    /** Nobody knows the stream: TLS may still begin behind words of a protocol of its own. */
    private boolean nobodys(int words) {
        return late.watch(flow, words) || letGo();
    }

    private boolean letGo() {
        flows.over(flow.entry);
        return false;
    }

    /** More of what nobody knows, or the hello that was waited for. */
    private boolean words(ByteView fresh) {
        if (!LateTls.couldBegin(flow, side, fresh)) {
            return late.pass(flow, fresh.length()) || letGo();
        }
        if (!keep(fresh)) {
            return false;
        }
        opening.of(table, flow.entry, true);
        flow.unread[side].show(opening.side(side));
        int index = late.ask(opening, flow);
        if (index >= 0) {
            flows.unwatch(flow);
            flows.mark(flow.entry, FlowState.RECOGNISED);
            return take(index) && lending.replay(flow) && goOn();
        }
        boolean more = recognizer.recognition() == Recognition.NEED_MORE && flow.unread[side].length() < LateTls.HELLO;
        return more || late.pass(flow, flow.unread[side].length()) || letGo();
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
        recognizer.give(index, table, flow);
        return lending.begin(flow, opening);
    }

    void clear() {
        opening.clear();
    }
}
