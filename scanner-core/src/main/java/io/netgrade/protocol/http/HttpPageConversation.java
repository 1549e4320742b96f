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
    private final HttpAnswer answer;
    private final HttpMessages messages;
    private final Refusals refusals;
    private boolean recognized;
    private boolean speaksHttp2;

    HttpPageConversation(HttpRequest request, boolean insideTls) {
        this(request, insideTls, new Refusals());
    }

    /** @param refusals remembers what services inside refuse */
    HttpPageConversation(HttpRequest request, boolean insideTls, Refusals refusals) {
        this.refusals = refusals;
        this.request = request;
        this.insideTls = insideTls;
        this.answer = new HttpAnswer(request);
        this.messages = new HttpMessages(answer, true);
    }

    HttpAnswer answer() {
        return answer;
    }

    /** Whether the answer was not HTTP/1, but a frame that a server of HTTP/2 begins with: its settings, or its GOAWAY. */
    boolean speaksHttp2() {
        return speaksHttp2;
    }

    @Override
    public void opened(Peer peer) {
        peer.send(request.bytes());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        answer.to(refusals.noting(sink));
        HttpRecognition.Start two = Http2Recognition.servers(bytes.unread());
        if (!recognized && two == HttpRecognition.Start.BEGINS) {
            speaksHttp2 = true;
            sink.saw(HttpFacts.HTTP_2.partial("prior-knowledge"));
            peer.send(Http2Speech.goodbye());
            return Progress.DONE;
        }
        HttpRecognition.Start start =
                recognized ? HttpRecognition.Start.BEGINS : HttpRecognition.status(bytes.unread());
        if (start != HttpRecognition.Start.BEGINS) {
            boolean neither = start == HttpRecognition.Start.NO && two == HttpRecognition.Start.NO;
            return neither ? Progress.MALFORMED : Progress.CONTINUE;
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
        answer.to(refusals.noting(sink));
        return state(sink);
    }

    private boolean state(ObservationSink sink) {
        answer.over();
        answer.line()
                .ifPresent(line ->
                        answer.head().ifPresent(head -> new HttpPageFacts(line, head, answer, insideTls).state(sink)));
        return answer.line().isPresent();
    }
}
