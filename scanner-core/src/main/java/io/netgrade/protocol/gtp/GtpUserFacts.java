// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of one end of a GTP user plane, and the checks of it. */
public final class GtpUserFacts {
    public static final FactType MESSAGE = FactType.of("gtp-u.message", "A message that this end sent.")
            .text("message", "its name in TS 29.281 6.1, such as error-indication or g-pdu");

    public static final FactType ECHO = FactType.of(
                    "gtp-u.echo", "Whether this end answers an Echo Request (TS 29.281 7.2.1).")
            .flag("answered", "true where it sent an Echo Response");

    public static final FactType EXTENSION = FactType.of(
                    "gtp-u.extension-header", "An extension header in a message of this end (TS 29.281 5.2).")
            .text("type", "such as pdu-session-container, as between a 5G radio node and a UPF");

    public static final FactType USER_TRAFFIC = FactType.of(
                    "gtp-u.user-traffic", "What this end sends through its tunnels, readable by whoever captured it.")
            .text("kind", "ipv4, ipv6, ethernet or other");

    public static final FactType NESTED = FactType.of(
                    "gtp-u.nested-tunnel", "A tunnel's packet was itself one of a tunnel protocol: GTP in GTP.")
            .text("protocol", "gtp-u, gtp-c, gtp-prime or pfcp, by port and version of what was inside");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("gtp-u.echo", "Whether the end answers Echo Requests.", ECHO, "answered"),
            FieldCheck.of("gtp-u.message", "The messages that the end sends.", MESSAGE, "message"),
            FieldCheck.of("gtp-u.extension-header", "The extension headers in use.", EXTENSION, "type"),
            FieldCheck.of("gtp-u.user-traffic", "User traffic that goes unencrypted.", USER_TRAFFIC, "kind")
                    .inClear(),
            FieldCheck.of("gtp-u.nested-tunnel", "GTP inside GTP (GSMA FS.20).", NESTED, "protocol"));

    private GtpUserFacts() {}
}
