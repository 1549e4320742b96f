// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.whois;

import io.netgrade.fact.FactType;

/** What netgrade can say of a WHOIS service. */
public final class WhoisFacts {
    public static final FactType ANSWER = FactType.of("whois.answer", "A query was answered with a text.")
            .text("begins", "the words that the answer began with, such as Domain Name; empty for a remark (%)");

    private WhoisFacts() {}
}
