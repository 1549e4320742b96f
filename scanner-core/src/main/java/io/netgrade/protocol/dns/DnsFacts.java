// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a DNS server, and the checks of it. */
public final class DnsFacts {
    public static final FactType RECURSION = FactType.of(
                    "dns.recursion", "Whether the server offers recursion to the one who asked (RFC 1035 §4.1.1, RA).")
            .flag("available", "RA was set in the answer to a query with RD, and the query was not refused");

    public static final FactType VERSION_BIND = FactType.of(
                    "dns.version-bind", "What the server answers to version.bind, class CH, type TXT (RFC 4892 §2.1).")
            .flag("answered", "whether a text came back")
            .text("text", "that text, at most 255 octets");

    public static final FactType EDNS = FactType.of("dns.edns", "The server's extension mechanism (RFC 6891).")
            .flag("supported", "whether an answer had an OPT record")
            .number("udp-size", "largest UDP payload the server takes, octets")
            .flag("dnssec-ok", "whether the DO bit came back (RFC 3225)");

    public static final FactType TRANSFER = FactType.of(
                    "dns.transfer", "Whether the server gave a zone to who asked for it without a TSIG (RFC 5936).")
            .flag("allowed", "an AXFR or IXFR question was answered with the zone over TCP");

    public static final FactType IDENTITY = FactType.of(
                    "dns.identity", "What the server answers to a question for its identity in class CH (RFC 4892 §2).")
            .text("question", "hostname.bind, id.server or version.server")
            .flag("answered", "whether a text came back");

    public static final FactType SIGNATURES = FactType.of(
                    "dns.signatures", "Whether the answers of an authority are signed (RFC 4035 §3.1).")
            .flag("signed", "whether an authoritative answer to a question with DO had an RRSIG")
            .names(
                    "algorithms",
                    "algorithms of RRSIG, DNSKEY and DS records seen, by their mnemonics (IANA, RFC 8624 §3.1)");

    public static final FactType VALIDATION = FactType.of(
                    "dns.validation", "Whether the server validates what it resolves (RFC 4035 §3.2.3).")
            .flag("authenticated", "whether AD was set in an answer that was not authoritative");

    public static final FactType ASKER_PORT = FactType.of(
                    "dns.asker-port",
                    "Someone asked this server many questions from one port (RFC 5452 §9.2): about who asks.")
            .number("questions", "questions with different ids from that one port, when it was stated")
            .flag(
                    "recursion-desired",
                    "whether the last one had RD set; a resolver that asks authorities does not set it");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("dns.signed", "Whether authoritative answers are signed.", SIGNATURES, "signed"),
            FieldCheck.of(
                    "dns.signature-algorithms",
                    "The algorithms of signatures, keys and delegations.",
                    SIGNATURES,
                    "algorithms"),
            FieldCheck.of("dns.validation", "Whether the resolver validates.", VALIDATION, "authenticated"),
            FieldCheck.of("dns.identity", "Whether the server tells its identity.", IDENTITY, "answered"),
            FieldCheck.of("dns.recursion", "Whether recursion is available to who asks.", RECURSION, "available"),
            FieldCheck.of(
                    "dns.version-bind",
                    "Whether the server tells its version to version.bind CH TXT.",
                    VERSION_BIND,
                    "answered"),
            FieldCheck.of(
                    "dns.transfer", "Whether a zone was transferred to who asked (RFC 5936).", TRANSFER, "allowed"));

    private DnsFacts() {}
}
