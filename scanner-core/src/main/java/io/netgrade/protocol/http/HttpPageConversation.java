// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** Asks for {@code /} and reads the answer to its end, or as much of its page as is looked at; follows nothing. */
final class HttpPageConversation implements Conversation {
    private final HttpRequest request;
    private final boolean insideTls;
    private final HttpAnswer answer = new HttpAnswer();
    private final HttpMessages messages = new HttpMessages(answer, true);
    private boolean recognized;

    HttpPageConversation(HttpRequest request, boolean insideTls) {
        this.request = request;
        this.insideTls = insideTls;
    }

    @Override
    public void opened(Peer peer) {
        peer.send(request.bytes());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        HttpRecognition.Start start =
                recognized ? HttpRecognition.Start.BEGINS : HttpRecognition.status(bytes.unread());
        if (start != HttpRecognition.Start.BEGINS) {
            return start == HttpRecognition.Start.NO ? Progress.MALFORMED : Progress.CONTINUE;
        }
        recognized = true;
        bytes.consume(messages.take(bytes.unread()));
        if (messages.broken()) {
            state(sink);
            return Progress.MALFORMED;
        }
        boolean enough = answer.whole() || answer.page().full();
        return enough && state(sink) ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return state(sink);
    }

    private boolean state(ObservationSink sink) {
        answer.line()
                .ifPresent(line ->
                        answer.head().ifPresent(head -> new HttpPageFacts(line, head, answer, insideTls).state(sink)));
        return answer.line().isPresent();
    }
}
