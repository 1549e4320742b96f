// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a CoAP server, and the checks of it. */
public final class CoapFacts {
    public static final FactType ANSWER = FactType.of(
                    "coap.answer", "A class of answer that the server gave (RFC 7252 §5.9).")
            .text("class", "success, client-error or server-error")
            .text("code", "the code as the RFC writes it, such as 2.05");

    public static final FactType DISCOVERY = FactType.of(
                    "coap.discovery", "Whether the server lists its resources to who asks (RFC 6690 §4).")
            .flag("answered", "whether GET /.well-known/core was answered with 2.05");

    public static final FactType PROTECTION = FactType.of(
                    "coap.protection", "Whether an answer was protected end to end.")
            .text("scheme", "oscore where the OSCORE option stood in the answer (RFC 8613 §2), else none");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("coap.discovery", "Whether resources are listed to who asks in clear.", DISCOVERY, "answered")
                    .inClear(),
            FieldCheck.of("coap.protection", "Whether answers in clear are protected by OSCORE.", PROTECTION, "scheme")
                    .inClear(),
            FieldCheck.of("coap.answer", "The classes of answer that the server gives.", ANSWER, "class"));

    private CoapFacts() {}
}
