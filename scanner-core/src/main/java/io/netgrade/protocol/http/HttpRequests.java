// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client's side of a connection: what it asks for, and credentials that it sends, by their class alone. */
final class HttpRequests implements HttpMessages.Reader {
    private final HttpDissector connection;
    private final HttpCredentials credentials;
    private @Nullable FormFields form;
    private boolean leaves;

    HttpRequests(HttpDissector connection) {
        this.connection = connection;
        this.credentials = new HttpCredentials(connection.sink(), connection.said());
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
        asked(line.get(), head, true);
        leaves = line.get().method().equals("CONNECT")
                || head.elements("connection").contains("upgrade");
        form = FormFields.of(head);
        return HttpBody.ofRequest(head);
    }

    private void asked(HttpRequestLine line, HttpHead head, boolean whole) {
        boolean sent = credentials.state(head, line.query());
        connection.asked(new HttpAsked(line.method(), HttpAsked.path(line.target()), sent, whole));
    }

    @Override
    public void cut(HttpHead head) {
        HttpRequestLine.read(head.startLine()).ifPresent(line -> asked(line, head, false));
    }

    @Override
    public void body(ByteView bytes, int from, int count) {
        FormFields current = form;
        if (current != null) {
            current.read(bytes, from, count);
            if (current.password()) {
                credentials.login("form");
                form = null;
            }
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
}
