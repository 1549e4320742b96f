// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Diameter node, and the checks of it. */
public final class DiameterFacts {
    public static final FactType NODE = FactType.of("diameter.node", "Who the node says it is (RFC 6733 §6.3, §6.4).")
            .text("origin-host", "its Diameter identity")
            .text("origin-realm", "its realm");

    public static final FactType PEER = FactType.of(
                    "diameter.peer",
                    "A node that sends requests to this one, as it names itself (RFC 6733 §6.3, §6.4).")
            .text("origin-host", "its Diameter identity")
            .text("origin-realm", "its realm");

    public static final FactType CAPABILITIES = FactType.of(
                    "diameter.capabilities-exchange",
                    "How the node answered the capabilities of a peer (RFC 6733 §5.3).")
            .text("peer", "Origin-Host of the peer that asked; absent where its request was not seen")
            .number("result-code", "Result-Code of the answer: 2001 is success (RFC 6733 §7.1)")
            .flag("accepted", "whether the node accepted the peer: the result is a success");

    public static final FactType INBAND_SECURITY = FactType.of(
                    "diameter.inband-security",
                    "The security that an answer to a capabilities exchange agrees to in band (RFC 6733 §6.10).")
            .names("methods", "none, tls; none too where the answer names no method, which is the default");

    public static final FactType APPLICATIONS = FactType.of(
                    "diameter.applications",
                    "The applications that the node offers in its capabilities (RFC 6733 §5.3).")
            .names("applications", "names such as s6a, cx, rx; the number where it has no name here")
            .names("ids", "the same as numbers (IANA aaa-parameters)");

    public static final FactType EXCHANGE = FactType.of(
                    "diameter.exchange", "A kind of request that the node answered.")
            .text("application", "name of the application, such as s6a, or its number")
            .number("application-id", "the same as a number")
            .text("command", "name of the command, such as update-location, or its number")
            .number("result-code", "Result-Code, or Experimental-Result-Code, of the answer");

    public static final FactType CARRIAGE = FactType.of("diameter.carriage", "How messages of the node are carried.")
            .text("protection", "none: the messages are seen; tls or dtls carriers are layers of the service")
            .number(
                    "payload-protocol",
                    "SCTP payload protocol id: 46 in clear, 47 in DTLS (RFC 6733 §11.4); absent on TCP");

    public static final FactType SUBSCRIBER_IDENTITY = FactType.of(
                    "diameter.subscriber-identity",
                    "A class of subscriber identity that messages carry; never its value.")
            .text("class", "imsi, msisdn, imei, sip-uri, nai or location")
            .number("length", "octets");

    public static final FactType ROUTE_RECORD = FactType.of(
                    "diameter.route-record",
                    "Nodes on a request's way that it makes visible (Route-Record, RFC 6733 §6.7.1).")
            .number("hosts", "how many Route-Record AVPs the request has");

    public static final FactType INTERNAL_ADDRESS = FactType.of(
                    "diameter.internal-address",
                    "That the node tells an address which is not public (Host-IP-Address, RFC 6733 §5.3.5).")
            .text("class", "private (RFC 1918), shared (RFC 6598), unique-local (RFC 4193), link-local or loopback");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "diameter.capabilities-exchange",
                    "Whether the node accepts the capabilities of a peer (RFC 6733 §5.3).",
                    CAPABILITIES,
                    "accepted"),
            FieldCheck.of(
                            "diameter.inband-security",
                            "The security agreed in band on connections that nothing else encrypts.",
                            INBAND_SECURITY,
                            "methods")
                    .inClear(),
            FieldCheck.of(
                            "diameter.protection",
                            "How Diameter messages are protected where they can be read.",
                            CARRIAGE,
                            "protection")
                    .inClear(),
            FieldCheck.of(
                            "diameter.exchange-in-clear",
                            "The requests that the node answers where nothing encrypts them, those aside that set a"
                                    + " connection up and end it.",
                            EXCHANGE,
                            "command")
                    .inClear(),
            FieldCheck.of("diameter.peer-realm", "The realms that requests come from.", PEER, "origin-realm"),
            FieldCheck.of(
                            "diameter.subscriber-identity",
                            "The classes of subscriber identity in messages that nothing encrypts.",
                            SUBSCRIBER_IDENTITY,
                            "class")
                    .inClear(),
            FieldCheck.of(
                    "diameter.internal-address",
                    "The classes of addresses within that the node tells its peers.",
                    INTERNAL_ADDRESS,
                    "class"),
            FieldCheck.of(
                    "diameter.route-record",
                    "Whether requests show the hosts they came through.",
                    ROUTE_RECORD,
                    "hosts"));

    private DiameterFacts() {}
}
