// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.SaidKey;
import org.jspecify.annotations.Nullable;

/** What is stated of an answer that a row of the table fits. */
record CarriedStatement(CarriedRow row, HttpAsked asked, int status) {
    private static final String APPLICATION = "application:";
    private static final String EXPOSED = "exposed:";
    private static final String REST_API = "rest-api:";

    void state(@Nullable String version, ObservationSink sink, Said said) {
        String service = row.service();
        if (!said.isNew(SaidKey.of(service, row.resource(), status, asked.authentication(), version))) {
            return;
        }
        if (service.startsWith(APPLICATION)) {
            // A page that anybody gets, such as that of a login, says nothing of what is behind it.
            String authentication = refused() || !row.resource().isEmpty() ? authentication() : null;
            sink.saw(CarriedFacts.APPLICATION.partial(service.substring(APPLICATION.length()), authentication, status));
        } else if (service.startsWith(EXPOSED)) {
            if (granted()) {
                sink.saw(CarriedFacts.EXPOSED.partial(service.substring(EXPOSED.length()), authentication()));
            }
        } else if (service.startsWith(REST_API)) {
            // Where the interface is, everybody may know (RFC 8040 3.1).
            String authentication = refused() || !row.resource().isEmpty() ? authentication() : null;
            sink.saw(CarriedFacts.REST_API.partial(service.substring(REST_API.length()), authentication, status));
        } else {
            inside(service, version, sink);
        }
    }

    private void inside(String service, @Nullable String version, ObservationSink sink) {
        FactType access = CarriedProtocols.access(service);
        boolean told = granted() || refused();
        if (row.resource().isEmpty() || !told) {
            sink.carries(service);
        } else {
            sink.sawInside(service, access.partial(row.resource(), authentication(), status), "");
        }
        if (version != null) {
            sink.sawInside(
                    service, Product.unlisted(CarriedProtocols.title(service)).disclosed(version, false), "");
        }
    }

    private boolean granted() {
        return status / 100 == 2 && !row.refusal();
    }

    private boolean refused() {
        return status == 401 || status == 403 || row.refusal();
    }

    private @Nullable String authentication() {
        if (refused()) {
            return "required";
        }
        return granted() ? asked.authentication() : null;
    }
}
