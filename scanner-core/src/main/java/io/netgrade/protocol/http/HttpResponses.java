// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.http.carried.CarriedAnswer;
import io.netgrade.protocol.http.carried.CarriedServices;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.head.SaidKey;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's side of a connection in a capture: every fact is a sighting, and none proves an absence. */
final class HttpResponses implements HttpMessages.Reader {
    /** In bytes; a film is not followed to its end for the sake of a request behind it. */
    private static final long LONGEST_FOLLOWED = 4 << 20;

    private final HttpDissector connection;
    private final HttpResponseFacts facts;
    private @Nullable HtmlPage page;
    private @Nullable CarriedAnswer inside;
    private HttpAsked asked = HttpAsked.UNSEEN;
    private int status;

    HttpResponses(HttpDissector connection) {
        this.connection = connection;
        this.facts = new HttpResponseFacts(false, connection.sink(), connection.said());
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
        asked = connection.asked();
        status = line.get().status();
        facts.state(line.get(), head);
        facts.seen(line.get(), head, asked);
        if (status == 101) {
            switchProtocol(head);
        } else if (asked.method().equals("CONNECT") && line.get().success()) {
            connection.leave(Progress.HANDED_OVER);
        } else if (!line.get().interim()) {
            connection.answered();
            inside = CarriedServices.answer(asked, status, head, connection.sink(), connection.said());
        }
        Optional<HttpBody> body = HttpBody.ofResponse(head, status, asked.method());
        page = head.html() && body.filter(HttpBody::mayHold).isPresent() ? new HtmlPage() : null;
        doneUnlessLookedAt(body);
        return body;
    }

    /** What was seen of a head is stated; of the answer's body nothing is known. */
    @Override
    public void cut(HttpHead head) {
        HttpStatusLine.read(head.startLine()).ifPresent(line -> {
            facts.state(line, head);
            facts.seen(line, head, connection.asked());
            connection.answered();
        });
    }

    /** Nothing comes after a body that ends with the connection, and after a very long one nothing is worth waiting for. */
    private void doneUnlessLookedAt(Optional<HttpBody> body) {
        boolean last = body.filter(one -> one.kind() == HttpBody.Kind.UNTIL_CLOSE || one.length() > LONGEST_FOLLOWED)
                .isPresent();
        if (last && page == null && inside == null) {
            connection.leave(Progress.DONE);
        }
    }

    @Override
    public void body(ByteView bytes, int from, int count) {
        HtmlPage current = page;
        if (current != null) {
            current.read(bytes, from, count);
            page(current);
        }
        CarriedAnswer carried = inside;
        if (carried != null && carried.take(bytes, from, count)) {
            conclude();
        }
    }

    private void page(HtmlPage current) {
        if (current.passwordInput() && connection.said().isNew(SaidKey.of("login", List.of("form")))) {
            connection.sink().saw(HttpFacts.LOGIN.partial(List.of("form")), "<input type=password>");
        }
        if (current.directoryListing() && connection.said().isNew(SaidKey.of("listing", true))) {
            connection.sink().saw(HttpFacts.DIRECTORY_LISTING.partial(true));
        }
        if (current.full()) {
            page = null;
        }
    }

    @Override
    public void gap() {
        page = null;
        conclude();
    }

    @Override
    public void ended() {
        HtmlPage current = page;
        if (current != null && current.titleSeen()) {
            CarriedServices.titled(current.title(), asked, status, connection.sink(), connection.said());
        }
        page = null;
        conclude();
    }

    private void conclude() {
        CarriedAnswer carried = inside;
        inside = null;
        if (carried != null) {
            carried.conclude(connection.sink(), connection.said());
        }
    }

    /** RFC 9110 section 7.8. */
    private void switchProtocol(HttpHead head) {
        List<String> protocols = head.elements("upgrade");
        String protocol = protocols.isEmpty() ? "" : protocols.get(0);
        facts.upgrade(protocol);
        if (protocol.equals("h2c")) {
            connection.upgrade();
        } else {
            // RFC 2817 section 3.
            boolean tls = protocols.stream().anyMatch(one -> one.startsWith("tls/"));
            connection.leave(tls ? Progress.START_TLS : Progress.DONE);
        }
    }
}
