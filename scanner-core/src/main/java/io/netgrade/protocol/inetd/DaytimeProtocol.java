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

/** Daytime (RFC 867): one line of text with a time of day, and nothing else. */
public final class DaytimeProtocol {
    public static final FactType ANSWER = InetdFacts.answer("daytime");

    private static final int PORT = 13;
    private static final int LONGEST = 96;

    private DaytimeProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("daytime", "Daytime")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("daytime", ANSWER))
                .strength(Strength.SHAPE)
                .recognisedBy(DaytimeProtocol::recognition)
                .readBy(DaytimeProtocol::reader)
                .serverSpeaksFirst()
                .sends("Nothing over TCP: a connection is opened, and closed after the line. One octet over UDP.")
                .asks(
                        Transport.TCP,
                        "daytime.answer",
                        SmallQuestions.hearing(DaytimeProtocol::reader, SmallQuestions.line(LONGEST)))
                .asks(
                        Transport.UDP,
                        "daytime.answer",
                        SmallQuestions.saying("\n", DaytimeProtocol::reader, ByteView::length))
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new AnswerDissector(ANSWER, DaytimeProtocol::dated);
    }

    /** Other protocols greet with a date, too: only on the usual port is it this one. */
    private static Recognition recognition(Opening opening) {
        if (!Ports.carried(opening) || !Ports.responderAt(opening, PORT)) {
            return Recognition.NO;
        }
        ByteView responder = opening.fromResponder();
        if (responder.length() == 0) {
            return opening.transport() == Transport.UDP ? Recognition.BY_PORT : Recognition.NEED_MORE;
        }
        boolean goesOn = opening.transport() == Transport.TCP
                && responder.length() < 16
                && Text.plain(responder, 0, responder.length());
        return dated(responder) ? Recognition.RESPONDER_SERVES : goesOn ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** A short text with hours, minutes and seconds in it. */
    private static boolean dated(ByteView bytes) {
        int length = bytes.length();
        if (length < 16 || length > LONGEST || !Text.plain(bytes, 0, length)) {
            return false;
        }
        for (int at = 2; at + 5 < length; at++) {
            boolean colons = bytes.u8(at) == ':' && bytes.u8(at + 3) == ':';
            if (colons
                    && Text.digit(bytes.u8(at - 1))
                    && Text.digit(bytes.u8(at + 1))
                    && Text.digit(bytes.u8(at + 4))) {
                return true;
            }
        }
        return false;
    }
}
