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

/** Quote of the day (RFC 865): a short text to whoever comes. Only its port tells it. */
public final class QotdProtocol {
    public static final FactType ANSWER = InetdFacts.answer("qotd");

    private static final int PORT = 17;
    private static final int LONGEST = 1024;

    private QotdProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("qotd", "Quote of the day")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("qotd", ANSWER))
                .strength(Strength.SHAPE)
                .recognisedBy(QotdProtocol::recognition)
                .readBy(QotdProtocol::reader)
                .serverSpeaksFirst()
                .sends(
                        "Nothing: a TCP connection is opened, and closed after what comes first. Nothing over UDP, where the answer"
                                + " would be many times the question.")
                .asks(Transport.TCP, "qotd.answer", SmallQuestions.hearing(QotdProtocol::reader, ByteView::length))
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new AnswerDissector(ANSWER, QotdProtocol::quote);
    }

    private static Recognition recognition(Opening opening) {
        if (!Ports.carried(opening) || !Ports.responderAt(opening, PORT)) {
            return Recognition.NO;
        }
        if (opening.fromResponder().length() == 0) {
            return opening.transport() == Transport.UDP ? Recognition.BY_PORT : Recognition.NEED_MORE;
        }
        return quote(opening.fromResponder()) ? Recognition.BY_PORT : Recognition.NO;
    }

    private static boolean quote(ByteView bytes) {
        return bytes.length() <= LONGEST && Text.plain(bytes, 0, bytes.length());
    }
}
