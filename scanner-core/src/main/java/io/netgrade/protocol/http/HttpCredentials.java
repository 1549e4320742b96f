// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.head.SaidKey;
import java.util.List;
import java.util.Set;

/** The credentials that requests carry, by their class alone. */
final class HttpCredentials {
    private static final Set<String> SCHEMES = Set.of("basic", "bearer", "digest", "ntlm");
    private static final List<String> TOKENS = List.of("x-api-key", "x-auth-token", "password");
    private static final List<String> QUERY_MARKS = List.of("token=", "key=", "auth=", "pass", "pwd", "secret", "sig");

    private final ObservationSink sink;
    private final Said said;

    HttpCredentials(ObservationSink sink, Said said) {
        this.sink = sink;
        this.said = said;
    }

    /** @return whether there is anything that could let the sender in: a cookie may be a session */
    boolean state(HttpHead head, String query) {
        boolean sent = head.value("cookie") != null;
        sent |= field(head, "authorization", true);
        sent |= field(head, "proxy-authorization", false);
        sent |= query(query);
        for (String name : TOKENS) {
            if (head.value(name) != null) {
                sent = true;
                login(name.equals("password") ? name : "token");
            }
        }
        return sent;
    }

    private boolean field(HttpHead head, String name, boolean toTheServer) {
        String value = head.value(name);
        if (value == null) {
            return false;
        }
        String scheme = value.indexOf(' ') > 0 ? HttpChallenges.scheme(value) : "";
        if (SCHEMES.contains(scheme)) {
            if (toTheServer) {
                login(scheme);
            } else {
                state(scheme);
            }
        }
        return true;
    }

    private boolean query(String query) {
        if (query.isEmpty() || QUERY_MARKS.stream().noneMatch(query::contains)) {
            return false;
        }
        FormFields fields = FormFields.urlEncoded();
        fields.read(query);
        if (fields.password()) {
            login("form");
        }
        return true;
    }

    private void state(String kind) {
        if (said.isNew(SaidKey.of("credentials", kind))) {
            sink.saw(HttpFacts.CREDENTIALS_IN_CLEAR.partial(kind));
        }
    }

    /** Who sends credentials to the server itself shows that it has a login of that kind. */
    void login(String kind) {
        state(kind);
        if (said.isNew(SaidKey.of("login", List.of(kind)))) {
            sink.saw(HttpFacts.LOGIN.partial(List.of(kind)), "credentials in a request");
        }
    }
}
