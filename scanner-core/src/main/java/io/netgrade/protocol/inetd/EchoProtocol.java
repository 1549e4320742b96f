// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.ByteView;

/** Echo (RFC 862): says what was said to it. Only its port tells it, and an answer that differs tells that it is none. */
public final class EchoProtocol {
    public static final FactType ANSWER = InetdFacts.answer("echo");

    private static final int PORT = 7;
    private static final String WORD = "netgrade\r\n";

    private EchoProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("echo", "Echo")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("echo", ANSWER))
                .strength(Strength.SHAPE)
                .recognisedBy(EchoProtocol::recognition)
                .readBy(EchoProtocol::reader)
                .sends("The ten octets of \"netgrade\" and a line's end over TCP, one octet over UDP.")
                .asks(
                        Transport.TCP,
                        "echo.answer",
                        SmallQuestions.saying(WORD, EchoProtocol::reader, SmallQuestions.octets(WORD.length())))
                .asks(Transport.UDP, "echo.answer", SmallQuestions.saying("n", EchoProtocol::reader, ByteView::length))
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new EchoDissector(opening.transport() == Transport.TCP);
    }

    private static Recognition recognition(Opening opening) {
        boolean asked = Ports.carried(opening) && opening.fromInitiator().length() > 0;
        return asked && Ports.responderAt(opening, PORT) ? Recognition.BY_PORT : Recognition.NO;
    }
}
