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
import io.netgrade.wire.Words;

/** Finger (RFC 1288): one short line asks who is there. Elsewhere than on its port it is known by its usual answers. */
public final class FingerProtocol {
    public static final FactType ANSWER = InetdFacts.answer("finger");

    private static final int PORT = 79;
    private static final int LONGEST_LINE = 256;
    private static final Words ANSWERS = Words.of("login: ", "login    ", "no one logged on", "line       user");

    private FingerProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("finger", "Finger")
                .ports(Transport.TCP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("finger", ANSWER))
                .strength(Strength.SHAPE)
                .recognisedBy(FingerProtocol::recognition)
                .readBy(FingerProtocol::reader)
                .sends(
                        "The name netgrade-asks-for-nobody, which no user has; never the empty line, to which all users that are"
                                + " logged in would be named.")
                .asks(
                        Transport.TCP,
                        "finger.answer",
                        SmallQuestions.saying(
                                "netgrade-asks-for-nobody\r\n",
                                FingerProtocol::reader,
                                SmallQuestions.line(LONGEST_LINE)))
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new AnswerDissector(ANSWER, bytes -> Text.plain(bytes, 0, bytes.length()), LONGEST_LINE);
    }

    private static Recognition recognition(Opening opening) {
        ByteView asked = opening.fromInitiator();
        boolean may = opening.transport() == Transport.TCP && asked.length() > 0 && line(asked);
        if (!may) {
            return Recognition.NO;
        }
        boolean whole = asked.u8(asked.length() - 1) == '\n';
        if (whole && ANSWERS.at(opening.fromResponder(), 0)) {
            return Recognition.RESPONDER_SERVES;
        }
        boolean usual = Ports.responderAt(opening, PORT);
        return usual ? whole ? Recognition.BY_PORT : Recognition.NEED_MORE : Recognition.NO;
    }

    private static boolean line(ByteView bytes) {
        int end = bytes.indexOf('\n', 0, bytes.length());
        boolean one = end < 0 || end == bytes.length() - 1;
        return one && bytes.length() <= LONGEST_LINE && Text.plain(bytes, 0, bytes.length());
    }
}
