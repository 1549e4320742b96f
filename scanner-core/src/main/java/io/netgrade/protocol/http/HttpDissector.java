// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpAsked;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads the requests and responses of one connection, as long as it speaks HTTP. */
final class HttpDissector implements Dissector {
    /** Outstanding requests that are remembered: more than any client pipelines. */
    private static final int MOST_OUTSTANDING = 256;

    private final CurrentSink sink = new CurrentSink();
    private final Said said = new Said();
    private final Deque<HttpAsked> outstanding = new ArrayDeque<>(2);
    private final HttpMessages requests;
    private final boolean fromTheStart;
    /** Of many connections nothing but the request is ever seen. */
    private @Nullable HttpMessages responses;

    private Progress progress = Progress.CONTINUE;
    private @Nullable Http2Dissector upgraded;

    HttpDissector(boolean fromTheStart) {
        requests = new HttpMessages(new HttpRequests(this), fromTheStart);
        this.fromTheStart = fromTheStart;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink current) {
        sink.to(current);
        Http2Dissector two = upgraded;
        if (two != null) {
            return two.dissect(direction, bytes, current);
        }
        HttpMessages side = direction == Direction.FROM_CLIENT ? requests : responses();
        bytes.consume(side.take(bytes.unread()));
        if (side.broken()) {
            return Progress.MALFORMED;
        }
        Http2Dissector now = upgraded;
        return now == null || bytes.unread().length() == 0 ? progress : now.dissect(direction, bytes, current);
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        if (upgraded != null) {
            return upgraded.missed(direction, bytes);
        }
        // A request or a response may be among what is missing: which answers which is no longer known.
        outstanding.clear();
        (direction == Direction.FROM_CLIENT ? requests : responses()).missed(bytes);
        return true;
    }

    private HttpMessages responses() {
        HttpMessages known = responses;
        if (known == null) {
            known = new HttpMessages(new HttpResponses(this), fromTheStart);
            responses = known;
        }
        return known;
    }

    ObservationSink sink() {
        return sink;
    }

    /** What this connection has stated: a thousand answers of one server say the same. */
    Said said() {
        return said;
    }

    void asked(HttpAsked request) {
        if (outstanding.size() == MOST_OUTSTANDING) {
            outstanding.clear();
        }
        outstanding.add(request);
    }

    /** The oldest request without an answer. */
    HttpAsked asked() {
        HttpAsked oldest = outstanding.peek();
        return oldest == null ? HttpAsked.UNSEEN : oldest;
    }

    /** The oldest request was answered for good. */
    void answered() {
        outstanding.poll();
        requests.resume();
    }

    /** What follows may not be HTTP, until the server has answered. */
    void awaitAnswer() {
        requests.stepAside();
    }

    /** The connection now carries something else. */
    void leave(Progress next) {
        progress = next;
        requests.stop();
        responses().stop();
    }

    /** The connection goes on in HTTP/2 (RFC 7540 section 3.2); the request that asked for it is its stream 1. */
    void upgrade() {
        upgraded = Http2Dissector.upgraded(asked());
        requests.stop();
        responses().stop();
    }
}
