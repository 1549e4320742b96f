// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.carried.CarriedAnswer;
import io.netgrade.protocol.http.carried.CarriedServices;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request of a probe: interim responses are passed over (RFC 9110 §15.2). States what it tells of the
 * services that HTTP carries.
 */
final class HttpAnswer implements HttpMessages.Reader {
    /** Octets of the body that are kept. */
    private static final int MOST_KEPT = 8 * 1024;

    private final HtmlPage page = new HtmlPage();
    private final StringBuilder beginning = new StringBuilder();
    private final CurrentSink sink = new CurrentSink();
    private final Said said = new Said();
    private final HttpAsked asked;
    private @Nullable HttpStatusLine line;
    private @Nullable HttpHead head;
    private @Nullable CarriedAnswer inside;
    private boolean html;
    private boolean whole;
    private boolean told;

    private final int mostKept;

    HttpAnswer(HttpRequest request) {
        this(request, MOST_KEPT);
    }

    /** One that keeps so many octets of its body. */
    static HttpAnswer keeping(HttpRequest request, int octets) {
        return new HttpAnswer(request, octets);
    }

    private HttpAnswer(HttpRequest request, int mostKept) {
        this.mostKept = mostKept;
        asked = HttpAsked.byProbe(request.method(), HttpAsked.path(request.target()));
    }

    /** Where facts go from now on. */
    void to(ObservationSink current) {
        sink.to(current);
    }

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
            inside = CarriedServices.answer(asked, line.status(), read, sink, said);
        }
        return HttpBody.ofResponse(read, status.get().status(), "GET");
    }

    @Override
    public void body(ByteView bytes, int from, int count) {
        int kept = Math.min(count, mostKept - beginning.length());
        if (kept > 0) {
            beginning.append(bytes.text(from, kept, StandardCharsets.ISO_8859_1));
        }
        if (html) {
            page.read(bytes, from, count);
        }
        CarriedAnswer carried = inside;
        if (carried != null && carried.take(bytes, from, count)) {
            tell();
        }
    }

    @Override
    public void ended() {
        whole = line != null;
    }

    /** Nothing more comes, or nothing more is read. */
    void over() {
        tell();
        if (line != null && page.titleSeen()) {
            CarriedServices.titled(page.title(), asked, line.status(), sink, said);
        }
    }

    private void tell() {
        CarriedAnswer carried = inside;
        inside = null;
        if (carried != null) {
            carried.conclude(sink, said);
            told = true;
        }
    }

    /** Whether a service inside was told as far as it can be. */
    boolean told() {
        return told;
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

    /** The beginning of the body, an octet a character. */
    String beginning() {
        return beginning.toString();
    }

    /** Whether the body came to its stated end. */
    boolean whole() {
        return whole;
    }
}
