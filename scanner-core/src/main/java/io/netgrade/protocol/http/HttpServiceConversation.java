// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** Asks for one resource of a service inside HTTP; states nothing but what the answer tells of that service. */
final class HttpServiceConversation implements Conversation {
    private final HttpRequest request;
    private final HttpAnswer answer;
    private final HttpMessages messages;

    private final String service;
    private final Refusals refusals;

    /**
     * @param service that the request is for
     * @param refusals of all services at the endpoint
     */
    HttpServiceConversation(HttpRequest request, String service, Refusals refusals) {
        this.service = service;
        this.refusals = refusals;
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
        answer.to(refusals.noting(sink));
        bytes.consume(messages.take(bytes.unread()));
        if (messages.broken()) {
            over(sink);
            return Progress.MALFORMED;
        }
        boolean enough = answer.whole() || answer.page().full() || answer.told();
        if (enough) {
            over(sink);
        }
        return enough ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        answer.to(refusals.noting(sink));
        over(sink);
        return answer.line().isPresent();
    }

    private void over(ObservationSink sink) {
        answer.over();
        refusals.stateWhole(service, sink);
    }
}
