// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The client's side of a connection: which methods it uses, and credentials that it sends, by their class alone. */
final class HttpRequests implements HttpMessages.Reader {
    private static final Set<String> CREDENTIALS = Set.of("basic", "bearer", "digest");

    private final HttpDissector connection;
    private final ObservationSink sink;
    private @Nullable FormFields form;
    private boolean leaves;

    HttpRequests(HttpDissector connection, ObservationSink sink) {
        this.connection = connection;
        this.sink = sink;
    }

    @Override
    public HttpRecognition.Start begins(ByteView bytes) {
        return HttpRecognition.request(bytes);
    }

    @Override
    public Optional<HttpBody> head(HttpHead head) {
        Optional<HttpRequestLine> line = HttpRequestLine.read(head.startLine());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        connection.asked(line.get().method());
        leaves = line.get().method().equals("CONNECT")
                || head.elements("connection").contains("upgrade");
        credentials(head, "authorization").forEach(this::login);
        credentials(head, "proxy-authorization").forEach(this::state);
        form(FormFields.urlEncoded(), line.get().query());
        form = form(head);
        return HttpBody.ofRequest(head);
    }

    @Override
    public void body(ByteView bytes, int from, int count) {
        if (form != null) {
            form.read(bytes, from, count);
            stateForm(form);
        }
    }

    @Override
    public void gap() {
        form = null;
    }

    @Override
    public void ended() {
        form = null;
        if (leaves) {
            connection.awaitAnswer();
        }
    }

    private static List<String> credentials(HttpHead head, String field) {
        return head.all(field).stream()
                .filter(value -> value.indexOf(' ') > 0)
                .map(HttpChallenges::scheme)
                .filter(CREDENTIALS::contains)
                .toList();
    }

    private static @Nullable FormFields form(HttpHead head) {
        String type = head.first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return FormFields.urlEncoded();
        }
        return type.startsWith("application/json") ? FormFields.json() : null;
    }

    private void form(FormFields fields, String query) {
        fields.read(query);
        stateForm(fields);
    }

    private void stateForm(FormFields fields) {
        if (fields.password()) {
            login("form");
        }
    }

    private void state(String kind) {
        sink.saw(HttpFacts.CREDENTIALS_IN_CLEAR.partial(kind));
    }

    /** Who sends credentials to the server itself shows that it has a login of that kind. */
    private void login(String kind) {
        state(kind);
        sink.saw(HttpFacts.LOGIN.partial(List.of(kind)), "credentials in a request");
    }
}
