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

/** Time (RFC 868): seconds since 1900 in four octets, and nothing else. Only its port tells it. */
public final class TimeProtocol {
    public static final FactType ANSWER = InetdFacts.answer("time");

    private static final int PORT = 37;
    private static final int OCTETS = 4;

    /** 1995 in seconds since 1900; clocks of this age stand behind it until the number wraps in 2036. */
    private static final long EARLIEST = 2_997_990_000L;

    private TimeProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("time", "Time")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("time", ANSWER))
                .strength(Strength.SHAPE)
                .recognisedBy(TimeProtocol::recognition)
                .readBy(TimeProtocol::reader)
                .serverSpeaksFirst()
                .sends("Nothing over TCP: a connection is opened, and closed after the number. One octet over UDP.")
                .asks(
                        Transport.TCP,
                        "time.answer",
                        SmallQuestions.hearing(TimeProtocol::reader, SmallQuestions.octets(OCTETS)))
                .asks(Transport.UDP, "time.answer", SmallQuestions.saying("\n", TimeProtocol::reader, ByteView::length))
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new AnswerDissector(ANSWER, TimeProtocol::seconds);
    }

    private static Recognition recognition(Opening opening) {
        if (!Ports.carried(opening) || !Ports.responderAt(opening, PORT)) {
            return Recognition.NO;
        }
        int said = opening.fromResponder().length();
        if (said < OCTETS) {
            boolean emptyQuestion = opening.transport() == Transport.UDP
                    && opening.fromInitiator().length() <= OCTETS;
            return opening.transport() == Transport.TCP
                    ? Recognition.NEED_MORE
                    : emptyQuestion ? Recognition.BY_PORT : Recognition.NO;
        }
        return seconds(opening.fromResponder()) ? Recognition.BY_PORT : Recognition.NO;
    }

    private static boolean seconds(ByteView bytes) {
        return bytes.length() == OCTETS && bytes.u32(0) >= EARLIEST;
    }
}
