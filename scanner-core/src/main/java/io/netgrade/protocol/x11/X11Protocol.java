// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.x11;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** The X Window System. */
public final class X11Protocol {
    private X11Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("x11", "X11")
                .ports(Transport.TCP, 6000, 6001, 6002, 6003, 6004, 6005, 6010, 6011, 6063)
                .begins(Transport.TCP, Octets.of(X11Setup.BIG, X11Setup.LITTLE).or(Octets.between(X11Setup.REFUSED, 2)))
                .facts(X11Facts.CONNECTION, CommonFacts.SOFTWARE)
                .checks(X11Facts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, X11Setup::speaker)
                        : Recognition.NO)
                .readBy(X11Question::reader)
                .sends(
                        "The setup of a connection in a version that does not exist, which the server refuses. With consent to"
                                + " anonymous log-ins, a setup without authorization as well.")
                .asks(Transport.TCP, "x11.version", X11Question::version)
                .asksNothingOfSoftware()
                .asks(Consent::anonymousLogIns, Transport.TCP, "x11.anonymous", X11Question::anonymous)
                .build();
    }
}
