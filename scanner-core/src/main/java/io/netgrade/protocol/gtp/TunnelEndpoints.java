// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.gtp.NumberSeries.Order;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/**
 * The tunnel endpoints that one end allocates when sessions are created, and the interfaces they are of. Endpoints that it
 * only passes on are those of another kind of node, as their type tells, and are not counted.
 */
final class TunnelEndpoints {
    private static final CodeTable INTERFACES = CodeTable.read(TunnelEndpoints.class, "gtp2-interfaces.tsv");
    /** In place of a sequence number: requests may be tried again. */
    static final int ANY_REQUEST = -1;

    private static final int NODE = 2;
    private static final int TYPE = 0x3F;
    private static final int LEAST = 9;

    private final Said said;
    private final NumberSeries control = new NumberSeries();
    private final NumberSeries user = new NumberSeries();

    TunnelEndpoints(Said said) {
        this.said = said;
    }

    /**
     * Reads a Create Session message (TS 29.274 7.2.1, 7.2.2).
     *
     * @param answers whether it is a response: a request may be tried again with the same endpoints
     */
    void read(ByteView bytes, int from, int end, int sequence, boolean answers) {
        int own = Gtp2Elements.find(bytes, from, end, Gtp2Elements.TUNNEL_ENDPOINT, 0);
        own = own >= 0 ? own : Gtp2Elements.find(bytes, from, end, Gtp2Elements.TUNNEL_ENDPOINT, 1);
        if (own < 0 || bytes.u16(own + 1) < LEAST) {
            return;
        }
        int content = Gtp2Elements.content(own);
        takesPart(INTERFACES.name(bytes.u8(content) & TYPE));
        control(bytes.u32(content + 1), sequence);
        int next;
        for (int at = from; at < end; at = next) {
            next = Gtp2Elements.next(bytes, at, end);
            if (bytes.u8(at) == Gtp2Elements.BEARER_CONTEXT) {
                bearer(bytes, at, next, own, answers ? sequence : ANY_REQUEST);
            }
        }
    }

    private void bearer(ByteView bytes, int bearer, int end, int own, int occasion) {
        int from = Gtp2Elements.content(bearer);
        if (!Gtp2Elements.fill(bytes, from, end)) {
            return;
        }
        int next;
        for (int at = from; at < end; at = next) {
            next = Gtp2Elements.next(bytes, at, end);
            if (bytes.u8(at) == Gtp2Elements.TUNNEL_ENDPOINT && sameNode(bytes, at, own)) {
                user(bytes.u32(Gtp2Elements.content(at) + 1), occasion);
            }
        }
    }

    /** Whether a bearer's endpoint is of the node whose control plane sends the message. */
    private static boolean sameNode(ByteView bytes, int one, int own) {
        if (bytes.u16(one + 1) < LEAST) {
            return false;
        }
        String node = INTERFACES.column(bytes.u8(Gtp2Elements.content(one)) & TYPE, NODE);
        return !node.equals("-") && node.equals(INTERFACES.column(bytes.u8(Gtp2Elements.content(own)) & TYPE, NODE));
    }

    void takesPart(String type) {
        if (said.isNew(1L << 61 | type.hashCode())) {
            said.state(GtpControlFacts.INTERFACE.partial(type));
        }
    }

    /** The same control endpoint serves all sessions of a subscriber, so that seeing it again says nothing. */
    void control(long identifier, int sequence) {
        Optional<Order> order = control.add(identifier, sequence, true);
        if (order.isPresent()) {
            state("control", order.get(), control.seen());
        }
    }

    /** @param occasion the sequence number of the response that gave it, or {@link #ANY_REQUEST} */
    void user(long identifier, int occasion) {
        Optional<Order> order = user.add(identifier, occasion, occasion == ANY_REQUEST);
        if (order.isPresent()) {
            state("user", order.get(), user.seen());
        }
    }

    private void state(String plane, Order order, int seen) {
        said.state(GtpControlFacts.IDENTIFIERS.partial(plane, order.word(), seen));
    }
}
