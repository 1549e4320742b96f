// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.HeldBytes;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * HTTP/2 with prior knowledge (RFC 9113 3.3): the preface and settings, the calls on one connection, then GOAWAY. The reader
 * of captures reads the answers.
 */
final class Http2Conversation implements Conversation {
    private static final byte[] HTTP_1 = "HTTP/1.".getBytes(US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int FLAG = 0x1;

    private final HttpRequest request;
    private final List<Http2Call> calls;
    private final Http2Dissector reader = Http2Dissector.asking();
    private final HeldBytes heard = new HeldBytes();
    private final HeldBytes frames = new HeldBytes();
    private final Set<Integer> open = new HashSet<>();
    private int left;
    private int type;
    private int stream;
    private boolean flag;
    private boolean within;
    private boolean settled;
    private boolean agreed;
    private boolean goneAway;

    /** @param request names the endpoint */
    Http2Conversation(HttpRequest request, List<Http2Call> calls) {
        this.request = request;
        this.calls = List.copyOf(calls);
    }

    @Override
    public void opened(Peer peer) {
        Http2Speech speech = Http2Speech.preface();
        for (int i = 0; i < calls.size(); i++) {
            int stream = 2 * i + 1;
            open.add(stream);
            speech.call(stream, calls.get(i), request.host(), request.insideTls());
        }
        byte[] said = speech.bytes();
        peer.send(said);
        HeldBytes own = new HeldBytes();
        own.add(said, said.length);
        reader.dissect(Direction.FROM_CLIENT, own, (fact, excerpt) -> {});
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        if (!settled) {
            if (bytes.unread().length() < Http2Frames.HEADER) {
                return Progress.CONTINUE;
            }
            if (!opens(bytes.unread())) {
                return declined(bytes.unread(), sink);
            }
            settled = true;
        }
        byte[] more = bytes.unread().bytes(0, bytes.unread().length());
        bytes.consumeAll();
        heard.add(more, more.length);
        frames.add(more, more.length);
        boolean broken = reader.dissect(Direction.FROM_SERVER, heard, sink) == Progress.MALFORMED;
        while (!broken && frame(peer)) {
            // Each frame in turn.
        }
        if (broken || goneAway || (agreed && open.isEmpty())) {
            peer.send(Http2Speech.goodbye());
            return broken ? Progress.MALFORMED : Progress.DONE;
        }
        return Progress.CONTINUE;
    }

    /** Whether the bytes begin with the head of the server's settings, which come first (RFC 9113 3.4). */
    private static boolean opens(ByteView bytes) {
        return bytes.u8(0) == 0 && bytes.u8(3) == SETTINGS && bytes.u8(4) == 0 && bytes.i32(5) == 0;
    }

    /** A server of HTTP/1.1 answers the preface as a request that it does not know. */
    private static Progress declined(ByteView bytes, ObservationSink sink) {
        if (!bytes.startsWith(HTTP_1)) {
            return Progress.MALFORMED;
        }
        sink.saw(HttpFacts.HTTP_2.none());
        return Progress.DONE;
    }

    /** Passes over one frame, as far as it has come; false where its end has not. */
    private boolean frame(Peer peer) {
        if (!within && frames.unread().length() < Http2Frames.HEADER) {
            return false;
        }
        if (!within) {
            begin(frames.unread());
            frames.consume(Http2Frames.HEADER);
        }
        int here = Math.min(left, frames.unread().length());
        frames.consume(here);
        left -= here;
        within = left > 0;
        if (!within) {
            end(peer);
        }
        return !within;
    }

    private void begin(ByteView head) {
        left = head.u24(0);
        type = head.u8(3);
        flag = (head.u8(4) & FLAG) != 0;
        stream = head.i32(5) & Integer.MAX_VALUE;
        within = true;
    }

    private void end(Peer peer) {
        if (type == SETTINGS && !flag) {
            agreed = true;
            peer.send(Http2Speech.settingsTaken());
        }
        goneAway |= type == GOAWAY;
        if (type == RESET || ((type == DATA || type == HEADERS) && flag)) {
            open.remove(stream);
        }
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return agreed;
    }
}
