// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's side of a connection in a capture: every fact is a sighting, and none proves an absence. */
final class HttpResponses implements HttpMessages.Reader {
    private final HttpDissector connection;
    private final ObservationSink sink;
    private @Nullable HtmlPage page;

    HttpResponses(HttpDissector connection, ObservationSink sink) {
        this.connection = connection;
        this.sink = sink;
    }

    @Override
    public HttpRecognition.Start begins(ByteView bytes) {
        return HttpRecognition.status(bytes);
    }

    @Override
    public Optional<HttpBody> head(HttpHead head) {
        Optional<HttpStatusLine> line = HttpStatusLine.read(head.startLine());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String method = connection.asked();
        state(line.get(), head);
        if (line.get().status() == 101) {
            connection.leave(upgradesToTls(head) ? Progress.START_TLS : Progress.DONE);
        } else if (method.equals("CONNECT") && line.get().success()) {
            connection.leave(Progress.DONE);
        } else if (!line.get().interim()) {
            connection.answered();
        }
        page = head.html() ? new HtmlPage() : null;
        return HttpBody.ofResponse(head, line.get().status(), method);
    }

    @Override
    public void body(ByteView bytes, int from, int count) {
        if (page == null) {
            return;
        }
        page.read(bytes, from, count);
        if (page.passwordInput()) {
            sink.saw(HttpFacts.LOGIN.partial(List.of("form")), "<input type=password>");
        }
        if (page.directoryListing()) {
            sink.saw(HttpFacts.DIRECTORY_LISTING.partial(true));
        }
    }

    @Override
    public void gap() {
        page = null;
    }

    private void state(HttpStatusLine line, HttpHead head) {
        new HttpResponseFacts(false, sink).state(line, head);
        List<String> schemes = List.copyOf(HttpChallenges.schemes(head));
        if (!schemes.isEmpty()) {
            sink.saw(HttpFacts.LOGIN.partial(schemes), "WWW-Authenticate: " + String.join(", ", schemes));
        }
        HttpResponseFacts.methods(head).ifPresent(methods -> sink.saw(HttpFacts.METHODS.partial(methods)));
        // Only this way round: that one page is not redirected says nothing of the page at /.
        if (HttpResponseFacts.toHttps(line, head)) {
            sink.saw(HttpFacts.REDIRECT.partial(
                    true, HttpResponseFacts.location(head).orElse("")));
        }
    }

    /** RFC 2817 §3. */
    private static boolean upgradesToTls(HttpHead head) {
        return head.elements("upgrade").stream().anyMatch(protocol -> protocol.startsWith("tls/"));
    }
}
