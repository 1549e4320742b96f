// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.nio.charset.StandardCharsets;

/**
 * Asks for the beginning of a media file that the operator declares to be generated, and reads the label in its metadata.
 * That there is none is stated only where all metadata was read.
 */
final class HttpMediaConversation implements Conversation {
    private final HttpRequest request;
    private final HttpAnswer answer;
    private final HttpMessages messages;

    HttpMediaConversation(HttpRequest request) {
        this.request = request;
        this.answer = HttpAnswer.keeping(request, HttpContent.BEGINNING_OCTETS);
        this.messages = new HttpMessages(answer, true);
    }

    @Override
    public void opened(Peer peer) {
        peer.send(request.bytes());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        bytes.consume(messages.take(bytes.unread()));
        boolean enough = answer.whole() || answer.beginning().length() >= HttpContent.BEGINNING_OCTETS;
        if (enough) {
            state(sink);
        }
        return messages.broken() ? Progress.MALFORMED : enough ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        state(sink);
        return answer.line().isPresent();
    }

    private void state(ObservationSink sink) {
        boolean given = answer.line().filter(HttpStatusLine::success).isPresent()
                && answer.head().filter(head -> !head.coded()).isPresent();
        if (!given) {
            return;
        }
        MediaMetadata metadata = MediaMetadata.of(answer.beginning().getBytes(StandardCharsets.ISO_8859_1));
        AiContentLabel.in(metadata.text()).ifPresentOrElse(label -> sink.saw(label.fact(metadata.container())), () -> {
            if (metadata.whole()) {
                sink.saw(HttpFacts.MEDIA_LABEL.complete(metadata.container(), false, null, null, null));
            }
        });
    }
}
