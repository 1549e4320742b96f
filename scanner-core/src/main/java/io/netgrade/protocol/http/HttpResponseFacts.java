// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.head.SaidKey;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the head of one response states by itself, seen by either eye; each thing once. */
final class HttpResponseFacts {
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_METHODS = 64;
    private static final int MOST_COOKIES = 32;
    private static final int LONGEST_PROTOCOL = 32;

    private final boolean complete;
    private final ObservationSink sink;
    private final Said said;

    HttpResponseFacts(boolean complete, ObservationSink sink, Said said) {
        this.complete = complete;
        this.sink = sink;
        this.said = said;
    }

    void state(HttpStatusLine line, HttpHead head) {
        response(line, head);
        software(head, "server", "Server");
        software(head, "x-powered-by", "X-Powered-By");
        if (head.value("set-cookie") != null) {
            head.all("set-cookie").stream()
                    .limit(MOST_COOKIES)
                    .map(HttpCookie::read)
                    .flatMap(Optional::stream)
                    .filter(cookie -> said.isNew(SaidKey.of("cookie", cookie)))
                    .forEach(cookie -> sink.saw(cookie.fact(complete), cookie.excerpt()));
        }
    }

    /** What is stated of an answer that others were given: every fact is a sighting. */
    void seen(HttpStatusLine line, HttpHead head, HttpAsked asked) {
        List<String> schemes = List.copyOf(HttpChallenges.schemes(head));
        if (!schemes.isEmpty() && said.isNew(SaidKey.of("login", schemes))) {
            sink.saw(HttpFacts.LOGIN.partial(schemes), "WWW-Authenticate: " + String.join(", ", schemes));
        }
        String allow = head.value("allow");
        if (allow != null && said.isNew(SaidKey.of("methods", allow))) {
            methods(head).ifPresent(methods -> sink.saw(HttpFacts.METHODS.partial(methods)));
        }
        // Only this way round: that one page is not redirected says nothing of the page at /.
        if (HttpLocation.toHttps(line, head)) {
            String location = Objects.requireNonNullElse(HttpLocation.shown(line.status(), head), "");
            if (said.isNew(SaidKey.of("redirect", location))) {
                sink.saw(HttpFacts.REDIRECT.partial(true, location));
            }
        }
        tunnel(line, asked);
    }

    private void tunnel(HttpStatusLine line, HttpAsked asked) {
        boolean tunnel = asked.method().equals("CONNECT") && !line.interim();
        if (tunnel && said.isNew(SaidKey.of("tunnel", line.status(), asked.authentication()))) {
            String authentication = line.status() == 407 ? "required" : asked.authentication();
            boolean known = line.success() || line.status() == 407;
            sink.saw(HttpFacts.TUNNEL.partial(line.success(), known ? authentication : null));
        }
    }

    void upgrade(String protocol) {
        boolean shown = !protocol.isEmpty() && protocol.length() <= LONGEST_PROTOCOL;
        if (shown && said.isNew(SaidKey.of("upgrade", protocol))) {
            sink.saw(HttpFacts.UPGRADE.partial(protocol));
        }
    }

    private void response(HttpStatusLine line, HttpHead head) {
        String server = head.value("server");
        String poweredBy = head.value("x-powered-by");
        String location = line.redirect() ? head.value("location") : null;
        if (said.isNew(SaidKey.of("response", line.status(), server, poweredBy, location))) {
            sink.saw(response(line.status(), server, poweredBy, head), bounded(head.startLine()));
        }
    }

    private Fact response(int status, @Nullable String server, @Nullable String poweredBy, HttpHead head) {
        @Nullable
        Object[] values = {
            status,
            server == null ? null : bounded(server),
            poweredBy == null ? null : bounded(poweredBy),
            HttpLocation.shown(status, head)
        };
        return complete ? HttpFacts.RESPONSE.complete(values) : HttpFacts.RESPONSE.partial(values);
    }

    private void software(HttpHead head, String name, String field) {
        String value = head.value(name);
        if (value != null && said.isNew(SaidKey.of("software", value))) {
            String shown = bounded(value);
            HttpSoftware.disclosed(shown, complete).forEach(fact -> sink.saw(fact, field + ": " + shown));
        }
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

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
