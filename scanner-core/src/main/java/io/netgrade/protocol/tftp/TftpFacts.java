// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tftp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a TFTP server, and the checks of it. */
public final class TftpFacts {
    public static final FactType REQUEST = FactType.of("tftp.request", "A kind of request that was sent to the server.")
            .text("operation", "read or write (RFC 1350 §5)")
            .text("mode", "netascii, octet or mail");

    public static final FactType ANSWER = FactType.of("tftp.answer", "What the server answered, from whatever port.")
            .text(
                    "kind",
                    "data where it reads a file out, acknowledgement where it takes one, options (RFC 2347), or error")
            .number("error", "code of an error (RFC 1350 appendix)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("tftp.answer", "Whether the server reads files out or takes them.", ANSWER, "kind"),
            FieldCheck.of("tftp.request", "The operations that are asked of the server.", REQUEST, "operation"));

    private TftpFacts() {}
}
