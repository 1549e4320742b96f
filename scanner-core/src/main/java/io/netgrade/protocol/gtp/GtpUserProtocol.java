// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;

/** The GTP user plane: a tunnel whose packets are followed by themselves. */
public final class GtpUserProtocol {
    static final int PORT = 2152;

    private GtpUserProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("gtp-u", "GTP-U")
                .ports(Transport.UDP, PORT)
                .begins(Transport.UDP, Octets.where(Gtp1Header::begins))
                .facts(
                        GtpUserFacts.MESSAGE,
                        GtpUserFacts.ECHO,
                        GtpUserFacts.EXTENSION,
                        GtpUserFacts.USER_TRAFFIC,
                        GtpUserFacts.NESTED)
                .checks(GtpUserFacts.CHECKS)
                .recognisedBy(GtpUserRecognition::of)
                .readBy(GtpUserProtocol::reader)
                .sends("One Echo Request.")
                .asks(Transport.UDP, "gtp-u.echo", EchoQuestions.version1(GtpUserProtocol::reader))
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new GtpUserDissector();
    }
}
