// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of one end of PFCP (N4, Sx), and the checks of it. */
public final class PfcpFacts {
    public static final FactType MESSAGE = FactType.of("pfcp.message", "A message that this end sent.")
            .text("message", "its name in TS 29.244 7.3, such as heartbeat-request");

    public static final FactType HEARTBEAT = FactType.of(
                    "pfcp.heartbeat", "Whether this end answers a Heartbeat Request (TS 29.244 7.4.2).")
            .flag("answered", "true where it sent a Heartbeat Response")
            .instant("started", "its Recovery Time Stamp: when it was started last");

    public static final FactType ASSOCIATION = FactType.of(
                    "pfcp.association", "Whether this end answers an Association Setup Request (TS 29.244 7.4.4).")
            .flag("answered", "true where it sent an Association Setup Response")
            .text("cause", "accepted or rejected (TS 29.244 8.2.1)");

    public static final FactType SESSION = FactType.of(
                    "pfcp.session", "What this end does in sessions (TS 29.244 7.5).")
            .text("role", "control-plane where it asks for sessions, user-plane where it answers or reports");

    public static final FactType NODE = FactType.of("pfcp.node", "The node id that this end told (TS 29.244 8.2.38).")
            .text("type", "ipv4, ipv6 or fqdn")
            .text("id", "the node's own address or name");

    public static final FactType IDENTIFIERS = FactType.of(
                    "pfcp.identifier-allocation",
                    "How the identifiers follow each other that this end handed out in one flow.")
            .text("kind", "teid of user plane tunnels (TS 29.244 8.2.3), or seid of sessions (8.2.37)")
            .text(
                    "class",
                    "sequential: equal or small steps; repeated: given to two sessions; scattered: neither, as far as"
                            + " seen")
            .number("seen", "different identifiers that this was told from");

    public static final FactType SUBSCRIBER = FactType.of(
                    "pfcp.subscriber-identity",
                    "A subscriber's identity that this end sent unencrypted; never its value.")
            .text("class", "imsi, imei, msisdn, nai, supi, gpsi or pei (TS 29.244 8.2.101)")
            .number("length", "digits; octets of the others");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("pfcp.heartbeat", "Whether the end answers Heartbeat Requests.", HEARTBEAT, "answered"),
            FieldCheck.of("pfcp.association", "Whether the end answers those who associate.", ASSOCIATION, "cause"),
            FieldCheck.of("pfcp.message", "The messages that go unencrypted.", MESSAGE, "message")
                    .inClear(),
            FieldCheck.of(
                    "pfcp.identifier-allocation",
                    "How tunnel and session identifiers are handed out (TS 33.513 4.2.2.6).",
                    IDENTIFIERS,
                    "class"),
            FieldCheck.of(
                            "pfcp.subscriber-identity",
                            "The kinds of subscriber identity that go unencrypted.",
                            SUBSCRIBER,
                            "class")
                    .inClear());

    private PfcpFacts() {}
}
