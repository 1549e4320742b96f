// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a charging gateway that speaks GTP′, and the checks of it. */
public final class PrimeFacts {
    public static final FactType MESSAGE = FactType.of(
                    "gtp-prime.message", "A message between a charging gateway and a node that charges.")
            .text("message", "its name in TS 32.295 6.2, such as data-record-transfer-request")
            .text("from", "gateway or node");

    public static final FactType ECHO = FactType.of(
                    "gtp-prime.echo", "Whether the gateway answers an Echo Request (TS 32.295 6.2.2).")
            .flag("answered", "true where it sent an Echo Response");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("gtp-prime.echo", "Whether the gateway answers Echo Requests.", ECHO, "answered"),
            FieldCheck.of("gtp-prime.message", "The messages that go unencrypted.", MESSAGE, "message")
                    .inClear());

    private PrimeFacts() {}
}
