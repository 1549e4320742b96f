// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an SNMP agent, and the checks of it. */
public final class SnmpFacts {
    public static final FactType VERSIONS_ANSWERED = FactType.of(
                    "snmp.versions-answered", "The message versions that the agent answered.")
            .names("versions", "v1 (RFC 1157), v2c (RFC 1901), v3 (RFC 3412)");

    public static final FactType COMMUNITY = FactType.of(
                    "snmp.community", "A community with which the agent answered; never its value.")
            .text("class", "default where it is a widely known one or empty, other where it is not")
            .number("length", "octets");

    public static final FactType USER_SECURITY = FactType.of(
                    "snmp.user-security", "The security level of a v3 request that was answered (RFC 3411 §3.4.3).")
            .text("level", "noAuthNoPriv, authNoPriv or authPriv")
            .text("authentication", "present or absent; the protocol is not on the wire")
            .text("privacy", "present or absent; the protocol is not on the wire");

    public static final FactType ENGINE = FactType.of(
                    "snmp.engine", "The agent's authoritative engine (RFC 3414 §2.2).")
            .text("engine-id", "snmpEngineID in hexadecimal")
            .number("enterprise", "IANA private enterprise number, out of the engine id (RFC 3411 §5)")
            .number("boots", "snmpEngineBoots: times the engine started")
            .number("time", "snmpEngineTime: seconds since it started");

    public static final FactType NOTIFICATION = FactType.of(
                    "snmp.notification", "A trap or inform that was sent to the receiver (RFC 3413 §3.3).")
            .text("version", "v1, v2c or v3")
            .text("community", "default where it is a widely known one or empty, other where it is not; absent in v3")
            .text("level", "noAuthNoPriv, authNoPriv or authPriv; only of v3");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("snmp.notification-version", "The versions of traps and informs.", NOTIFICATION, "version"),
            FieldCheck.of(
                    "snmp.notification-community",
                    "Whether traps and informs bear a widely known community.",
                    NOTIFICATION,
                    "community"),
            FieldCheck.of("snmp.version", "The SNMP versions that the agent answers.", VERSIONS_ANSWERED, "versions"),
            FieldCheck.of(
                    "snmp.community",
                    "Whether an accepted community is a widely known default (RFC 1157 §3.2.5).",
                    COMMUNITY,
                    "class"),
            FieldCheck.of(
                    "snmp.security-level",
                    "The security level of v3 requests that the agent answers (RFC 3411 §3.4.3).",
                    USER_SECURITY,
                    "level"));

    private SnmpFacts() {}
}
