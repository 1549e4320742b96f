// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tacacs;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;
import java.util.List;

/** TACACS+ over TCP; what RFC 9887 puts inside TLS is the same grammar there. */
public final class TacacsProtocol {
    public static final FactType SERVICE = FactType.of("tacacs.service", "A kind of session held with the server.")
            .text("kind", "authentication, authorization or accounting (RFC 8907 §4.1)")
            .number("minor-version", "0 or 1 (RFC 8907 §4.1)");

    public static final FactType BODY = FactType.of("tacacs.body", "How bodies of packets are carried (RFC 8907 §4.5).")
            .flag("obfuscated", "false where the flag says that a body is in clear; no body is ever encrypted");

    public static final FactType CREDENTIALS = FactType.of(
                    "tacacs.credentials-in-clear",
                    "A class of credentials in a body that is not obfuscated; never their value.")
            .text("class", "plaintext-password, chap-response, mschap-response or user-input")
            .number("length", "octets");

    private TacacsProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("tacacs", "TACACS+")
                .ports(Transport.TCP, 49)
                .begins(Transport.TCP, Octets.of(0xC0, 0xC1))
                .facts(SERVICE, BODY, CREDENTIALS)
                .checks(List.of(
                        FieldCheck.of(
                                        "tacacs.obfuscation",
                                        "Whether bodies of TACACS+ packets are obfuscated where nothing encrypts them.",
                                        BODY,
                                        "obfuscated")
                                .inClear(),
                        FieldCheck.of(
                                        "tacacs.credentials-in-clear",
                                        "The class of credentials in bodies that are neither obfuscated nor encrypted.",
                                        CREDENTIALS,
                                        "class")
                                .inClear()))
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, TacacsPacket::speaker)
                        : Recognition.NO)
                .readBy(opening -> new MessageDissector(opening.transport(), new TacacsReader()))
                .build();
    }
}
