// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.carried.CarriedAnswer;
import io.netgrade.protocol.http.carried.CarriedServices;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.head.SaidKey;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the streams of one connection that speaks HTTP/2 in clear (RFC 9113). */
final class Http2Dissector implements Dissector {
    static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Streams that are remembered at once. */
    private static final int MOST_STREAMS = 512;

    private static final int LONGEST_STATUS = 3;

    private final CurrentSink sink = new CurrentSink();
    private final Said said = new Said();
    private final Map<Integer, HttpAsked> asked = new HashMap<>();
    private final Map<Integer, CarriedAnswer> answers = new HashMap<>();
    private final HttpCredentials credentials = new HttpCredentials(sink, said);
    private final HttpResponseFacts facts = new HttpResponseFacts(false, sink, said);
    private final Http2Frames client;
    private final Http2Frames server;
    private final @Nullable String began;
    private final boolean asking;
    private boolean preface;

    private Http2Dissector(@Nullable String began, boolean asking) {
        this.asking = asking;
        this.began = began;
        this.preface = began != null;
        this.client = new Http2Frames(new Requests(), began == null);
        this.server = new Http2Frames(new Responses(), began == null);
    }

    /** A connection of which the beginning was not seen. */
    static Http2Dissector late() {
        return new Http2Dissector(null, false);
    }

    /** A connection whose first bytes are the preface, or the server's settings. */
    static Http2Dissector priorKnowledge() {
        return new Http2Dissector("prior-knowledge", false);
    }

    /** The same, of a probe's own connection. */
    static Http2Dissector asking() {
        return new Http2Dissector("prior-knowledge", true);
    }

    /** A connection that began with HTTP/1.1; stream 1 is the request that asked for the change. */
    static Http2Dissector upgraded(HttpAsked first) {
        Http2Dissector dissector = new Http2Dissector("upgrade", false);
        dissector.asked.put(1, first);
        return dissector;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink current) {
        sink.to(current);
        if (direction == Direction.FROM_CLIENT && preface) {
            if (bytes.unread().length() < PREFACE.length) {
                return Progress.CONTINUE;
            }
            if (!bytes.unread().startsWith(PREFACE)) {
                return Progress.MALFORMED;
            }
            preface = false;
            bytes.consume(PREFACE.length);
        }
        Http2Frames side = direction == Direction.FROM_CLIENT ? client : server;
        bytes.consume(side.take(bytes.unread()));
        if (direction == Direction.FROM_SERVER && server.spoke() && said.isNew(SaidKey.of("http2", began))) {
            sink.saw(HttpFacts.HTTP_2.partial(began));
        }
        return side.broken() ? Progress.MALFORMED : Progress.CONTINUE;
    }

    /** Header blocks build on each other: of a hole only one in a frame of data can be passed over. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        return (direction == Direction.FROM_CLIENT ? client : server).missed(bytes);
    }

    private void forget(int stream) {
        asked.remove(stream);
        CarriedAnswer answer = answers.remove(stream);
        if (answer != null) {
            answer.conclude(sink, said);
        }
    }

    private final class Requests implements Http2Frames.Reader {
        @Override
        public void head(int stream, HttpHead head, boolean whole) {
            String target = head.value(":path");
            if (asked.size() >= MOST_STREAMS) {
                asked.clear();
            }
            if (target != null && !asked.containsKey(stream)) {
                int query = target.indexOf('?');
                boolean sent = credentials.state(head, query < 0 ? "" : target.substring(query + 1));
                String method = Objects.requireNonNullElse(head.value(":method"), "GET");
                asked.put(stream, new HttpAsked(method, HttpAsked.path(target), sent, whole, asking));
            }
        }

        @Override
        public void data(int stream, ByteView bytes, int from, int count) {
            // Bodies of requests are passed over: forms are not sent over HTTP/2 in clear.
        }

        @Override
        public void ended(int stream) {
            // The answer is still to come.
        }
    }

    private final class Responses implements Http2Frames.Reader {
        @Override
        public void head(int stream, HttpHead head, boolean whole) {
            String status = head.value(":status");
            CarriedAnswer open = answers.get(stream);
            if (status == null) {
                if (open != null) {
                    open.trailers(head);
                }
                return;
            }
            HttpStatusLine line = status(status);
            if (line == null || line.interim() || answers.size() >= MOST_STREAMS) {
                return;
            }
            HttpAsked request = asked.getOrDefault(stream, HttpAsked.UNSEEN);
            facts.state(line, head);
            facts.seen(line, head, request);
            CarriedAnswer answer = CarriedServices.answer(request, line.status(), head, sink, said);
            if (answer != null) {
                answers.put(stream, answer);
            }
        }

        @Override
        public void data(int stream, ByteView bytes, int from, int count) {
            CarriedAnswer answer = answers.get(stream);
            if (answer != null && answer.take(bytes, from, count)) {
                answers.remove(stream);
                answer.conclude(sink, said);
            }
        }

        @Override
        public void ended(int stream) {
            forget(stream);
        }
    }

    private static @Nullable HttpStatusLine status(String digits) {
        boolean sound = digits.length() == LONGEST_STATUS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && digits.charAt(0) > '0';
        return sound ? new HttpStatusLine(Integer.parseInt(digits)) : null;
    }
}
