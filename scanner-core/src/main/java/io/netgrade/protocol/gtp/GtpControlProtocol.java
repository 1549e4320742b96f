// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;

/** The GTP control plane, versions 1 and 2. */
public final class GtpControlProtocol {
    static final int PORT = 2123;

    private GtpControlProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("gtp-c", "GTP-C")
                .ports(Transport.UDP, PORT)
                .begins(Transport.UDP, Octets.where(Gtp1Header::begins).or(Octets.where(Gtp2Header::begins)))
                .facts(
                        GtpControlFacts.MESSAGE,
                        GtpControlFacts.ECHO,
                        GtpControlFacts.INTERFACE,
                        GtpControlFacts.IDENTIFIERS,
                        GtpControlFacts.SUBSCRIBER)
                .checks(GtpControlFacts.CHECKS)
                .recognisedBy(GtpControlRecognition::of)
                .readBy(GtpControlProtocol::reader)
                .sends(
                        "One Echo Request of version 2 with restart counter 0, and one of version 1. Not to be sent from the"
                                + " address of a node that is in service.")
                .asks(Transport.UDP, "gtp-c.echo-v2", EchoQuestions::version2)
                .asks(Transport.UDP, "gtp-c.echo-v1", EchoQuestions.version1(GtpControlProtocol::reader))
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.UDP, new GtpControlReader());
    }
}
