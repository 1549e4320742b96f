// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the head of one response states by itself, seen by either eye. */
final class HttpResponseFacts {
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_METHODS = 64;
    private static final int MOST_COOKIES = 32;

    private final boolean complete;
    private final ObservationSink sink;

    HttpResponseFacts(boolean complete, ObservationSink sink) {
        this.complete = complete;
        this.sink = sink;
    }

    void state(HttpStatusLine line, HttpHead head) {
        sink.saw(response(line, head), bounded(head.startLine()));
        software(head, "Server");
        software(head, "X-Powered-By");
        head.all("set-cookie").stream()
                .limit(MOST_COOKIES)
                .map(HttpCookie::read)
                .flatMap(Optional::stream)
                .forEach(cookie -> sink.saw(cookie.fact(complete), cookie.excerpt()));
    }

    private Fact response(HttpStatusLine line, HttpHead head) {
        @Nullable
        Object[] values = {
            line.status(),
            head.first("server").map(HttpResponseFacts::bounded).orElse(null),
            head.first("x-powered-by").map(HttpResponseFacts::bounded).orElse(null),
            location(head).orElse(null)
        };
        return complete ? HttpFacts.RESPONSE.complete(values) : HttpFacts.RESPONSE.partial(values);
    }

    private void software(HttpHead head, String field) {
        head.first(field.toLowerCase(Locale.ROOT))
                .map(HttpResponseFacts::bounded)
                .ifPresent(value ->
                        HttpSoftware.disclosed(value, complete).forEach(fact -> sink.saw(fact, field + ": " + value)));
    }

    /** The Allow field, in the server's order; empty where there is none. */
    static Optional<List<String>> methods(HttpHead head) {
        List<String> methods = head.elements("allow").stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .filter(method -> method.length() <= LONGEST_TEXT)
                .distinct()
                .limit(MOST_METHODS)
                .toList();
        return head.first("allow").map(field -> methods);
    }

    /** Without user, query and fragment: these may hold a session or a password. */
    static Optional<String> location(HttpHead head) {
        return head.first("location").map(HttpResponseFacts::withoutSecrets);
    }

    static boolean toHttps(HttpStatusLine line, HttpHead head) {
        return line.redirect()
                && head.first("location")
                        .filter(url -> url.regionMatches(true, 0, "https://", 0, "https://".length()))
                        .isPresent();
    }

    private static String withoutSecrets(String url) {
        int end = url.length();
        for (char mark : new char[] {'?', '#', ';'}) {
            int at = url.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String path = url.substring(0, end);
        int authority = path.indexOf("//") + 2;
        int slash = path.indexOf('/', authority);
        int user = path.lastIndexOf('@', slash < 0 ? path.length() : slash);
        return bounded(
                authority > 1 && user >= authority ? path.substring(0, authority) + path.substring(user + 1) : path);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
