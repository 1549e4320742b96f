// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iax2;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;
import java.util.List;

/** IAX2 over UDP. */
public final class Iax2Protocol {
    public static final FactType SERVICE = FactType.of("iax2.service", "What the server is asked.")
            .text("request", "new, register, poke, release, quality … (RFC 5456 §8.4)");

    public static final FactType CHALLENGE = FactType.of(
                    "iax2.challenge", "How the server wants a call or a registration to be authenticated.")
            .names("methods", "plaintext, md5, rsa (RFC 5456 §8.6.13)")
            .flag("encryption", "whether it offers to encrypt the call (RFC 5456 §8.6.34)");

    public static final FactType ADMISSION = FactType.of(
                    "iax2.admission", "Whether the server admits one that was not challenged.")
            .text("request", "new for a call, register for a registration")
            .flag("challenged", "false where it was admitted without a challenge");

    public static final FactType CREDENTIALS = FactType.of(
                    "iax2.credentials-in-clear", "A class of credentials that frames carry; never their value.")
            .text("class", "plaintext-password, md5-response or rsa-response")
            .number("length", "octets");

    private Iax2Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("iax2", "IAX2")
                .ports(Transport.UDP, 4569)
                .begins(Transport.UDP, Octets.between(0x80, 0xFF))
                .facts(SERVICE, CHALLENGE, ADMISSION, CREDENTIALS)
                .checks(List.of(
                        FieldCheck.of(
                                "iax2.admission",
                                "Whether calls and registrations are challenged.",
                                ADMISSION,
                                "challenged"),
                        FieldCheck.of(
                                "iax2.challenge",
                                "The methods by which the server authenticates.",
                                CHALLENGE,
                                "methods"),
                        FieldCheck.of(
                                "iax2.encryption",
                                "Whether the server offers to encrypt calls.",
                                CHALLENGE,
                                "encryption"),
                        FieldCheck.of(
                                "iax2.credentials-in-clear",
                                "The class of credentials in frames.",
                                CREDENTIALS,
                                "class")))
                .recognisedBy(opening -> opening.transport() == Transport.UDP
                        ? Speaker.recognition(opening, Iax2Frame::speaker)
                        : Recognition.NO)
                .readBy(opening -> new Iax2Dissector())
                .sends("One POKE, and an ACK of its answer.")
                .asks(Transport.UDP, "iax2.poke", Iax2Poke::new)
                .build();
    }
}
