// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** Asks which methods {@code /} allows; tries none of them. */
final class HttpMethodsConversation implements Conversation {
    private final HttpRequest request;
    private final HttpAnswer answer;
    private final HttpMessages messages;

    HttpMethodsConversation(HttpRequest request) {
        this.request = request;
        this.answer = new HttpAnswer(request);
        this.messages = new HttpMessages(answer, true);
    }

    @Override
    public void opened(Peer peer) {
        peer.send(request.bytes());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        bytes.consume(messages.take(bytes.unread()));
        if (answer.head().isPresent()) {
            state(sink);
            return Progress.DONE;
        }
        return messages.broken() ? Progress.MALFORMED : Progress.CONTINUE;
    }

    /** A resource lists its methods in a good answer, or in 405, where the field is required (RFC 9110 §15.5.6). */
    private void state(ObservationSink sink) {
        boolean lists = answer.line()
                .filter(line -> line.success() || line.status() == 405)
                .isPresent();
        answer.head()
                .filter(head -> lists)
                .flatMap(HttpResponseFacts::methods)
                .ifPresent(methods -> sink.saw(HttpFacts.METHODS.complete(methods)));
    }
}
