// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a RADIUS server, and the checks of it. */
public final class RadiusFacts {
    public static final FactType SERVICE = FactType.of("radius.service", "A service that was asked of the server.")
            .text("kind", "authentication, accounting, dynamic-authorization or status (RFC 2865, 2866, 5176, 5997)")
            .flag("answered", "whether it answered");

    public static final FactType ACCESS_REQUEST = FactType.of(
                    "radius.access-request", "A kind of Access-Request that is sent to the server (RFC 2865 §4.1).")
            .text("authentication", "pap, chap, mschap, mschapv2, eap, digest or none")
            .flag("message-authenticator", "whether it bears a Message-Authenticator (RFC 3579 §3.2)")
            .flag("proxied", "whether it bears a Proxy-State, with which an answer can be forged (CVE-2024-3596)");

    public static final FactType ACCESS_ANSWER = FactType.of(
                    "radius.access-answer", "A kind of answer of the server to an Access-Request.")
            .text("kind", "accept, reject or challenge")
            .flag("message-authenticator", "whether it bears a Message-Authenticator (RFC 3579 §3.2)");

    public static final FactType SUBSCRIBER_IDENTITY = FactType.of(
                    "radius.subscriber-identity", "A class of subscriber identity that packets carry; never its value.")
            .text("class", "user-name, imsi, msisdn, imei, mac-address, ip-address or location")
            .number("length", "octets");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                            "radius.service",
                            "The RADIUS services that are asked where nothing encrypts them.",
                            SERVICE,
                            "kind")
                    .inClear(),
            FieldCheck.of(
                            "radius.request-authenticity",
                            "Whether Access-Requests bear a Message-Authenticator where nothing encrypts them.",
                            ACCESS_REQUEST,
                            "message-authenticator")
                    .inClear(),
            FieldCheck.of(
                            "radius.answer-authenticity",
                            "Whether answers to Access-Requests bear a Message-Authenticator where nothing encrypts"
                                    + " them.",
                            ACCESS_ANSWER,
                            "message-authenticator")
                    .inClear(),
            FieldCheck.of(
                            "radius.authentication",
                            "How users are authenticated where nothing encrypts RADIUS.",
                            ACCESS_REQUEST,
                            "authentication")
                    .inClear(),
            FieldCheck.of(
                            "radius.subscriber-identity",
                            "The classes of subscriber identity in packets that nothing encrypts.",
                            SUBSCRIBER_IDENTITY,
                            "class")
                    .inClear());

    private RadiusFacts() {}
}
