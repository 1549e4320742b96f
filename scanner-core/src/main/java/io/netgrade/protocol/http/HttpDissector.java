// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the requests and responses of one connection, as long as it speaks HTTP. */
final class HttpDissector implements Dissector {
    /** Outstanding requests that are remembered: more than any client pipelines. */
    private static final int MOST_OUTSTANDING = 256;

    private final FirstSightings sightings = new FirstSightings();
    private final Deque<String> outstanding = new ArrayDeque<>();
    private final HttpMessages requests;
    private final HttpMessages responses;
    private Progress progress = Progress.CONTINUE;

    HttpDissector(boolean fromTheStart) {
        requests = new HttpMessages(new HttpRequests(this, sightings), fromTheStart);
        responses = new HttpMessages(new HttpResponses(this, sightings), fromTheStart);
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        sightings.to(sink);
        HttpMessages side = direction == Direction.FROM_CLIENT ? requests : responses;
        bytes.consume(side.take(bytes.unread()));
        return side.broken() ? Progress.MALFORMED : progress;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        // A request or a response may be among what is missing: which answers which is no longer known.
        outstanding.clear();
        (direction == Direction.FROM_CLIENT ? requests : responses).missed(bytes);
        return true;
    }

    void asked(String method) {
        if (outstanding.size() == MOST_OUTSTANDING) {
            outstanding.clear();
        }
        outstanding.add(method);
    }

    /** The method of the oldest request without an answer; GET where none was seen. */
    String asked() {
        return outstanding.isEmpty() ? "GET" : outstanding.element();
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
        responses.stop();
    }
}
