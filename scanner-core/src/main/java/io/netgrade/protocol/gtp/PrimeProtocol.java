// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** GTP′: charging data records on their way to a charging gateway, over UDP or TCP. */
public final class PrimeProtocol {
    static final int PORT = 3386;

    private PrimeProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("gtp-prime", "GTP′")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .begins(Transport.UDP, PrimeMessage.BEGINNINGS)
                .begins(Transport.TCP, PrimeMessage.BEGINNINGS)
                .facts(PrimeFacts.MESSAGE, PrimeFacts.ECHO)
                .checks(PrimeFacts.CHECKS)
                .recognisedBy(PrimeRecognition::of)
                .readBy(PrimeProtocol::reader)
                .sends("One Echo Request of version 2, over UDP and TCP.")
                .asks(Transport.UDP, "gtp-prime.echo", EchoQuestions::prime)
                .asks(Transport.TCP, "gtp-prime.echo", EchoQuestions::prime)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new PrimeReader());
    }
}
