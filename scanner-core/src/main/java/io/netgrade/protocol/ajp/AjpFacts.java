// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import io.netgrade.fact.FactType;

/** What netgrade can say of an AJP connector. */
public final class AjpFacts {
    public static final FactType SERVICE = FactType.of("ajp.service", "The connector answered a message of one kind.")
            .text("answered", "ping or request");

    public static final FactType REQUEST = FactType.of("ajp.request", "A request was forwarded and answered.")
            .number("status", "the status code of the answer (RFC 9110 section 15)")
            .flag("secret", "whether the request carried the secret that the connector may want; never the secret");

    private AjpFacts() {}
}
