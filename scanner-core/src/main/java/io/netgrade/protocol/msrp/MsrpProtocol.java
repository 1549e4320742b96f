// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.msrp;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import java.util.List;

/** MSRP over TCP, in clear and inside TLS. */
public final class MsrpProtocol {
    public static final FactType SERVICE = FactType.of("msrp.service", "What is asked of a peer or of a relay.")
            .text("method", "SEND, REPORT, AUTH or NICKNAME (RFC 4975 §7.1, RFC 4976 §5.1, RFC 7701 §7)");

    public static final FactType CHALLENGE = FactType.of(
                    "msrp.challenge", "That a relay wants a login before it relays (RFC 4976 §5.1).")
            .text("scheme", "digest or another word, in lower case");

    private MsrpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("msrp", "MSRP")
                .ports(Transport.TCP, 2855)
                .begins(Transport.TCP, MsrpGrammar.NAME.beginnings())
                .facts(SERVICE, CHALLENGE)
                .checks(List.of(
                        FieldCheck.of("msrp.in-clear", "What is sent where nothing encrypts MSRP.", SERVICE, "method")
                                .inClear()))
                .strength(Strength.MAGIC)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, MsrpGrammar::speaker)
                        : Recognition.NO)
                .readBy(opening -> new LineDissector(new MsrpLines()))
                .build();
    }
}
