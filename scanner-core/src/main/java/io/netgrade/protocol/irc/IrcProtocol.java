// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.irc;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import java.util.List;

/** IRC, Internet Relay Chat. */
public final class IrcProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("irc", "IRC")
            .ports(Transport.TCP, 6665, 6666, 6667, 6668, 6669)
            .begins(Transport.TCP, IrcLine.BEGINNINGS)
            .facts(IrcFacts.REGISTRATION, IrcFacts.CREDENTIALS_IN_CLEAR, IrcFacts.CAPABILITIES, CommonFacts.SOFTWARE)
            .checks(List.of(
                    FieldCheck.of(
                            "irc.registration",
                            "Whether clients are let in without a password.",
                            IrcFacts.REGISTRATION,
                            "authentication"),
                    FieldCheck.of(
                                    "irc.credentials-in-clear",
                                    "The class of credentials that clients send where nothing encrypts them.",
                                    IrcFacts.CREDENTIALS_IN_CLEAR,
                                    "class")
                            .inClear(),
                    FieldCheck.of(
                            "irc.capability",
                            "The capabilities that the server offers.",
                            IrcFacts.CAPABILITIES,
                            "capabilities")))
            .recognisedBy(IrcProtocol::recognise)
            .readBy(IrcQuestion::reader)
            .sends("CAP LS, STARTTLS on a connection of its own, and QUIT. Nobody registers: no NICK, USER or PASS.")
            .asks(Transport.TCP, "irc.capabilities", IrcQuestion::capabilities)
            .asksNothingOfSoftware()
            .startsTlsBy(IrcQuestion::startTls)
            .asksBehindStartTls("irc.capabilities-inside-tls", IrcQuestion::capabilities)
            .build();

    private IrcProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Recognition recognise(Opening opening) {
        return opening.transport() == Transport.TCP ? Speaker.recognition(opening, IrcLine::speaker) : Recognition.NO;
    }
}
