// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;

/** Echo (RFC 862): says what was said to it. Only its port tells it, and an answer that differs tells that it is none. */
public final class EchoProtocol {
    public static final FactType ANSWER = InetdFacts.answer("echo");

    private static final int PORT = 7;

    private EchoProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("echo", "Echo")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("echo", ANSWER))
                .strength(Strength.SHAPE)
                .recognisedBy(EchoProtocol::recognition)
                .readBy(opening -> new EchoDissector(opening.transport() == Transport.TCP))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean asked = Ports.carried(opening) && opening.fromInitiator().length() > 0;
        return asked && Ports.responderAt(opening, PORT) ? Recognition.BY_PORT : Recognition.NO;
    }
}
