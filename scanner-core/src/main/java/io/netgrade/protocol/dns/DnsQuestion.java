// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.dns.DnsMessage.Fit;
import io.netgrade.wire.ByteView;

/**
 * Asks one question and states what its answer shows. Answers of another id or to another question are passed over. A
 * server that cannot read EDNS is asked again without it (RFC 6891 §7).
 */
final class DnsQuestion implements Conversation {
    private static final int LENGTH = 2;

    /** Reads the facts out of an answer, whose records have been read. */
    interface Answer {
        void read(DnsMessage answer, boolean extended, ObservationSink sink);
    }

    private final Transport transport;
    private final DnsQuery query;
    private final int id;
    private final Answer answer;
    private final DnsMessage message = new DnsMessage();
    private boolean extended;

    /**
     * @param id random, 16 bits
     * @param extended whether the question has an OPT record at first
     */
    DnsQuestion(Transport transport, DnsQuery query, int id, boolean extended, Answer answer) {
        this.transport = transport;
        this.query = query;
        this.id = id;
        this.extended = extended;
        this.answer = answer;
    }

    @Override
    public void opened(Peer peer) {
        peer.send(query.message(id, transport, extended));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE && bytes.unread().length() > 0) {
            ByteView unread = bytes.unread();
            int from = transport == Transport.TCP ? LENGTH : 0;
            if (unread.length() < from) {
                return Progress.CONTINUE;
            }
            int length = transport == Transport.TCP ? unread.u16(0) : unread.length();
            if (unread.length() < from + length) {
                return Progress.CONTINUE;
            }
            progress = read(unread, from, length, peer, sink);
            bytes.consume(from + length);
        }
        return progress;
    }

    private Progress read(ByteView bytes, int at, int length, Peer peer, ObservationSink sink) {
        boolean sound = message.wrap(bytes, at, length, length) == Fit.YES;
        if (!sound && !bareAnswer(bytes, at, length)) {
            return Progress.MALFORMED;
        }
        if (bytes.u16(at) != id || (sound && !(message.response() && query.asked(message)))) {
            return Progress.CONTINUE;
        }
        if (sound) {
            message.readRecords();
        }
        int code = bytes.u8(at + 3) & 0xF;
        boolean refusesExtension = code == DnsMessage.FORMAT_ERROR || code == DnsMessage.NOT_IMPLEMENTED;
        if (extended && refusesExtension && !(sound && message.hasExtension())) {
            extended = false;
            sink.saw(DnsFacts.EDNS.complete(false, null, null));
            peer.send(query.message(id, transport, false));
            return Progress.CONTINUE;
        }
        if (sound) {
            answer.read(message, extended, sink);
        }
        return Progress.DONE;
    }

    /** A response with an error code that does not repeat the question: old servers answer EDNS so. */
    private static boolean bareAnswer(ByteView bytes, int at, int length) {
        return length >= DnsMessage.HEADER
                && (bytes.u8(at + 2) & 0x80) != 0
                && (bytes.u8(at + 3) & 0xF) != 0
                && bytes.u16(at + 4) == 0;
    }
}
