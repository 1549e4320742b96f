// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of one end of a GTP control plane, and the checks of it. */
public final class GtpControlFacts {
    public static final FactType MESSAGE = FactType.of("gtp-c.message", "A message that this end sent.")
            .text("version", "v1 (TS 29.060) or v2 (TS 29.274)")
            .text("message", "its name in the specification, such as create-session-request");

    public static final FactType ECHO = FactType.of(
                    "gtp-c.echo", "Whether this end answers an Echo Request (TS 29.274 7.1.1).")
            .flag("answered", "true where it sent an Echo Response")
            .text("version", "v1 or v2")
            .number("recovery", "the restart counter it told, 0 to 255");

    public static final FactType INTERFACE = FactType.of(
                    "gtp-c.interface", "A reference point that this end takes part in.")
            .text("type", "of the end, such as s11-mme-gtp-c (TS 29.274 8.22), gn-gp-sgsn or gn-gp-ggsn");

    public static final FactType IDENTIFIERS = FactType.of(
                    "gtp-c.teid-allocation",
                    "How the tunnel endpoint identifiers follow each other that this end handed out in one flow.")
            .text("plane", "control or user")
            .text(
                    "class",
                    "sequential: equal or small steps; repeated: given to two sessions; scattered: neither, as far as"
                            + " seen")
            .number("seen", "different identifiers that this was told from");

    public static final FactType SUBSCRIBER = FactType.of(
                    "gtp-c.subscriber-identity",
                    "A subscriber's identity that this end sent unencrypted; never its value.")
            .text("class", "imsi, msisdn, imei or location")
            .number("length", "digits; octets of a location");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("gtp-c.echo", "Whether the end answers Echo Requests.", ECHO, "answered"),
            FieldCheck.of("gtp-c.version", "The versions of GTP-C that the end speaks.", MESSAGE, "version"),
            FieldCheck.of("gtp-c.message", "The messages that the end sends.", MESSAGE, "message"),
            FieldCheck.of("gtp-c.interface", "The reference points that the end takes part in.", INTERFACE, "type"),
            FieldCheck.of(
                    "gtp-c.teid-allocation",
                    "How tunnel endpoint identifiers are handed out (TS 33.250 4.2.3.5.1).",
                    IDENTIFIERS,
                    "class"),
            FieldCheck.of(
                            "gtp-c.subscriber-identity",
                            "The kinds of subscriber identity that go unencrypted.",
                            SUBSCRIBER,
                            "class")
                    .inClear());

    private GtpControlFacts() {}
}
