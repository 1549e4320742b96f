// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpHead;
import java.util.ArrayList;
import java.util.List;

/** What the answer to {@code GET /} says, and of what it is all there is. */
final class HttpPageFacts {
    private static final List<String> PROTECTIVE =
            List.of("content-security-policy", "referrer-policy", "x-content-type-options", "x-frame-options");

    private final HttpStatusLine line;
    private final HttpHead head;
    private final HttpAnswer answer;
    private final boolean insideTls;

    HttpPageFacts(HttpStatusLine line, HttpHead head, HttpAnswer answer, boolean insideTls) {
        this.line = line;
        this.head = head;
        this.answer = answer;
        this.insideTls = insideTls;
    }

    void state(ObservationSink sink) {
        new HttpResponseFacts(true, sink, new Said()).state(line, head);
        login(sink);
        noCookie(sink);
        listing(sink);
        HttpConsole.state(answer, sink);
        title(sink);
        protectiveFields(sink);
        HttpAlternatives.state(head, sink);
        if (insideTls) {
            transportSecurity(sink);
        } else {
            redirect(sink);
        }
    }

    private void login(ObservationSink sink) {
        List<String> kinds = new ArrayList<>(HttpChallenges.schemes(head));
        if (answer.page().passwordInput()) {
            kinds.add("form");
        }
        sink.saw(
                loginIsSettled(kinds) ? HttpFacts.LOGIN.complete(kinds) : HttpFacts.LOGIN.partial(kinds),
                head.startLine());
    }

    /**
     * Whether this page says all there is to say. One that asks for no login never does: another page of the same service
     * may.
     */
    private boolean loginIsSettled(List<String> kinds) {
        if (line.status() == 401 || line.status() == 407) {
            return !kinds.isEmpty();
        }
        if (line.redirect()) {
            return HttpLocation.toHttps(line, head);
        }
        return line.success() && kinds.contains("form") && head.first("refresh").isEmpty();
    }

    /** Where the page, or the redirect to HTTPS in its place, sets no cookie and leads to nothing that may. */
    private void noCookie(ObservationSink sink) {
        boolean page =
                line.success() && whole() && !head.coded() && !answer.page().leadsElsewhere();
        boolean settled = page || HttpLocation.toHttps(line, head);
        if (settled && head.all("set-cookie").isEmpty()) {
            sink.saw(HttpFacts.COOKIE.none());
        }
    }

    /** A page that ends with the connection is whole where it says itself that it ends. */
    private boolean whole() {
        boolean read = answer.whole() || answer.page().closed();
        return !answer.html() || (read && !answer.page().full());
    }

    private void listing(ObservationSink sink) {
        boolean present = line.success() && answer.page().directoryListing();
        boolean known =
                line.success() && !head.coded() && (whole() || answer.page().titleSeen());
        boolean withheld = line.redirect() || line.status() == 401 || line.status() == 403 || line.status() == 404;
        if (present || known || withheld) {
            sink.saw(HttpFacts.DIRECTORY_LISTING.complete(present));
        }
    }

    /** Pages are read an octet a character, and most say UTF-8. */
    private void title(ObservationSink sink) {
        String title = new String(answer.page().title().getBytes(ISO_8859_1), UTF_8);
        if (!title.isEmpty()) {
            sink.saw(HttpFacts.TITLE.complete(title));
        }
    }

    /** An error page is often not the application's own. */
    private void protectiveFields(ObservationSink sink) {
        if (line.success() && answer.html()) {
            sink.saw(HttpFacts.PROTECTIVE_FIELDS.complete(
                    PROTECTIVE.stream().filter(name -> head.value(name) != null).toList()));
        }
    }

    /** Silence of an error page is no answer: many servers add the field to good answers only. */
    private void transportSecurity(ObservationSink sink) {
        head.first("strict-transport-security")
                .flatMap(HttpTransportSecurity::read)
                .ifPresentOrElse(stated -> sink.saw(stated.fact()), () -> {
                    if (line.success() || line.redirect()) {
                        sink.saw(HttpTransportSecurity.absent());
                    }
                });
    }

    /** A refusal or an error is neither served in clear nor redirected: it leaves the question open. */
    private void redirect(ObservationSink sink) {
        if (line.redirect() || line.success() || line.status() == 401) {
            sink.saw(HttpFacts.REDIRECT.complete(
                    HttpLocation.toHttps(line, head), HttpLocation.shown(line.status(), head)));
        }
    }
}
