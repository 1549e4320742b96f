// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Lends a recognised flow to its reader, in place where nothing is left unread, and ends the reader when it is done, at
 * fault, or beyond a limit. Every method that gives bytes answers whether the flow's reader wants more.
 */
final class Lending {
    private static final String TLS = "tls";
    private static final int MOST_LAYERS = 4;

    private final FlowLimits limits;
    private final FlowTable table;
    private final Flows flows;
    private final FlowCounts counts;
    private final Statements statements;
    private final Optional<Protocol> tls;
    private final Flow nobody;
    private final FlowInbox inbox;
    private final ByteView shown = new ByteView();
    private final FlowOpening rest;

    Lending(
            FlowLimits limits,
            FlowTable table,
            Flows flows,
            FlowCounts counts,
            Statements statements,
            List<Protocol> all,
            Flow nobody,
            Below below) {
        this.limits = limits;
        this.table = table;
        this.flows = flows;
        this.counts = counts;
        this.statements = statements;
        this.tls = all.stream().filter(one -> one.id().equals(TLS)).findFirst();
        this.nobody = nobody;
        this.inbox = new FlowInbox(below);
        this.rest = new FlowOpening(below, tls);
    }

    Flow nobody() {
        return nobody;
    }

    /** TLS, where it is among the protocols. */
    Optional<Protocol> tls() {
        return tls;
    }

    /** Makes the reader of a flow's protocol. */
    boolean begin(Flow flow, FlowOpening opening) {
        Protocol protocol = Objects.requireNonNull(flow.protocol);
        try {
            flow.dissector = protocol.dissect(opening);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            return fault(flow, e);
        }
    }

    /** Gives what was kept of the opening, in the order it was said. */
    boolean replay(Flow flow) {
        flow.unread[0].hide();
        flow.unread[1].hide();
        int entry = flow.entry;
        Dissector reader = flow.dissector;
        for (int turn = 0; turn < flow.turns() && !flows.isOver(entry) && flow.dissector == reader; turn++) {
            flow.unread[flow.turnSide(turn)].showMore(flow.turnBytes(turn));
            offerKept(flow, flow.turnSide(turn), flow.turnBytes(turn));
        }
        return !flows.isOver(entry);
    }

    /** Gives new bytes, behind those that were left unread. */
    boolean offer(Flow flow, int side, ByteView fresh) {
        Unread unread = flow.unread[side];
        if (unread.isEmpty()) {
            return offerInPlace(flow, side, fresh);
        }
        if (unread.length() + fresh.length() > limits.unreadBytes()) {
            return end(flow, Limit.UNREAD_BYTES);
        }
        return unread.append(fresh) ? offerKept(flow, side, fresh.length()) : end(flow, Limit.BUFFERS);
    }

    /** Gives a datagram or message; false where it is none of the flow's protocol. */
    boolean datagram(Flow flow, int side, ByteView datagram) {
        inbox.over(datagram);
        Progress progress = read(flow, side, datagram.length());
        if (progress == Progress.MALFORMED) {
            return false;
        }
        if (progress != Progress.CONTINUE && !flows.isOver(flow.entry)) {
            finish(flow, progress);
        }
        return true;
    }

    private boolean offerInPlace(Flow flow, int side, ByteView fresh) {
        inbox.over(fresh);
        Progress progress = read(flow, side, fresh.length());
        if (flows.isOver(flow.entry)) {
            return false;
        }
        ByteView left = inbox.unread();
        boolean leaves = left.length() > 0 && progress != Progress.DONE && progress != Progress.MALFORMED;
        if (leaves && left.length() > limits.unreadBytes()) {
            return end(flow, Limit.UNREAD_BYTES);
        }
        if (leaves && !flow.unread[side].append(left)) {
            return end(flow, Limit.BUFFERS);
        }
        return goOn(flow, progress);
    }

    private boolean offerKept(Flow flow, int side, int fresh) {
        flow.unread[side].show(shown);
        if (shown.length() == 0) {
            return true;
        }
        inbox.over(shown);
        Progress progress = read(flow, side, fresh);
        if (flows.isOver(flow.entry)) {
            return false;
        }
        flow.unread[side].drop(inbox.consumed());
        return goOn(flow, progress);
    }

    /** Calls the reader; a flow that is over afterwards was ended here. */
    private Progress read(Flow flow, int side, int fresh) {
        Dissector dissector = flow.dissector;
        flow.read += fresh;
        boolean spent = table.isTcp(flow.entry) && flow.read > limits.readBytes();
        if (dissector == null || spent) {
            end(flow, Limit.READ_BYTES);
            return Progress.DONE;
        }
        statements.reader(flow, side);
        Progress progress = called(dissector, flow, side);
        int service = flow.serviceSide(side);
        boolean matched = matched(flow, progress);
        flow.confirmed[service] |= side == service && matched;
        if (matched || progress != Progress.MALFORMED || table.isTcp(flow.entry)) {
            statements.recognised(flow, side);
        }
        statements.tell();
        return progress;
    }

    private Progress called(Dissector dissector, Flow flow, int side) {
        try {
            return dissector.dissect(flow.direction(side), inbox, statements);
        } catch (RuntimeException | StackOverflowError e) {
            fault(flow, e);
            return Progress.DONE;
        }
    }

    /** Whether the bytes were in the protocol's grammar, as far as the reader's answer tells. */
    private boolean matched(Flow flow, Progress progress) {
        return switch (progress) {
            case CONTINUE -> !table.isTcp(flow.entry) || inbox.consumed() > 0;
            case DONE, START_TLS, HANDED_OVER -> flow.protocol != null;
            case MALFORMED -> false;
        };
    }

    private boolean goOn(Flow flow, Progress progress) {
        return switch (progress) {
            case CONTINUE -> true;
            case START_TLS -> startTls(flow);
            case HANDED_OVER -> handedOver(flow);
            case DONE, MALFORMED -> finish(flow, progress);
        };
    }

    private boolean finish(Flow flow, Progress progress) {
        if (progress == Progress.MALFORMED) {
            counts.hit(Limit.MALFORMED_IN_PROTOCOL);
        }
        flows.over(flow.entry);
        return false;
    }

    /** Hands the connection to TLS, with what is unread already. */
    private boolean startTls(Flow flow) {
        Protocol before = flow.protocol;
        if (tls.isEmpty() || before == null || before.id().equals(TLS)) {
            flows.over(flow.entry);
            return false;
        }
        addLayer(flow, before);
        flow.forgetService();
        flow.protocol = tls.get();
        rest.of(table, flow.entry, true);
        flow.unread[0].show(rest.side(0));
        flow.unread[1].show(rest.side(1));
        int client = 1 - flow.serverSide;
        return begin(flow, rest) && offerKept(flow, client, 0) && offerKept(flow, 1 - client, 0);
    }

    /** The reader of the connection's rest is still to be found; what is unread is its opening. */
    private boolean handedOver(Flow flow) {
        Protocol before = flow.protocol;
        if (before == null || flow.layers.size() >= MOST_LAYERS) {
            flows.over(flow.entry);
            return false;
        }
        addLayer(flow, before);
        flow.reopen();
        return true;
    }

    private static void addLayer(Flow flow, Protocol carrier) {
        List<String> layers = new ArrayList<>(flow.layers);
        layers.add(carrier.id());
        flow.layers = List.copyOf(layers);
    }

    boolean missed(Flow flow, int side, long bytes) {
        Dissector dissector = flow.dissector;
        // What was left before the hole has lost its end.
        flow.unread[side].clear();
        // A reader may state now what it held back: it is still this flow's.
        statements.reader(flow, side);
        try {
            Direction direction = flow.direction(side);
            boolean goesOn = dissector != null && dissector.missed(direction, bytes);
            statements.tell();
            return goesOn || end(flow, Limit.HOLES_ENDED_READERS);
        } catch (RuntimeException | StackOverflowError e) {
            return fault(flow, e);
        }
    }

    /** States that a flow was recognised of which nothing can be read. */
    void announce(Flow flow, int side) {
        statements.recognised(flow, side);
        statements.tell();
    }

    /** Ends looking into a flow because of a limit. */
    boolean end(Flow flow, Limit limit) {
        counts.hit(limit);
        flows.over(flow.entry);
        return false;
    }

    private boolean fault(Flow flow, Throwable fault) {
        Protocol protocol = flow.protocol;
        counts.fault(statements.capture(), protocol == null ? "flow" : protocol.id(), fault, statements.frame());
        flows.over(flow.entry);
        return false;
    }
}
