// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one request of a probe: interim responses are passed over (RFC 9110 §15.2). */
final class HttpAnswer implements HttpMessages.Reader {
    private final HtmlPage page = new HtmlPage();
    private @Nullable HttpStatusLine line;
    private @Nullable HttpHead head;
    private boolean html;
    private boolean whole;

    @Override
    public HttpRecognition.Start begins(ByteView bytes) {
        return HttpRecognition.status(bytes);
    }

    @Override
    public Optional<HttpBody> head(HttpHead read) {
        Optional<HttpStatusLine> status = HttpStatusLine.read(read.startLine());
        if (status.isEmpty()) {
            return Optional.empty();
        }
        if (!status.get().interim()) {
            line = status.get();
            head = read;
            html = read.html();
        }
        return HttpBody.ofResponse(read, status.get().status(), "GET");
    }

    @Override
    public void body(ByteView bytes, int from, int count) {
        if (html) {
            page.read(bytes, from, count);
        }
    }

    @Override
    public void ended() {
        whole = line != null;
    }

    Optional<HttpStatusLine> line() {
        return Optional.ofNullable(line);
    }

    Optional<HttpHead> head() {
        return Optional.ofNullable(head);
    }

    boolean html() {
        return html;
    }

    HtmlPage page() {
        return page;
    }

    /** Whether the body came to its stated end. */
    boolean whole() {
        return whole;
    }
}
