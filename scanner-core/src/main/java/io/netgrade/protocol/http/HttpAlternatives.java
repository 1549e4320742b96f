// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.http.head.HttpHead;
import java.util.ArrayList;
import java.util.List;

/** The Alt-Svc field (RFC 7838 3): {@code h3=":443"; ma=2592000, h3-29=":443"}. */
final class HttpAlternatives {
    private static final int MOST = 16;
    private static final int LONGEST = 64;

    private HttpAlternatives() {}

    static void state(HttpHead head, ObservationSink sink) {
        if (head.value("alt-svc") == null) {
            return;
        }
        List<String> services = new ArrayList<>();
        for (String element : head.elements("alt-svc")) {
            String service = element.split(";", 2)[0].replace("\"", "").strip();
            boolean told = service.indexOf('=') > 0 && service.length() <= LONGEST;
            if (told && services.size() < MOST) {
                services.add(service);
            }
        }
        if (!services.isEmpty()) {
            sink.saw(HttpFacts.ALTERNATIVE_SERVICES.complete(services));
        }
    }
}
