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
import io.netgrade.wire.ByteView;

/** Character generator (RFC 864): known by the 72 characters in a row that each of its lines has. */
public final class ChargenProtocol {
    public static final FactType ANSWER = InetdFacts.answer("chargen");

    private static final int PORT = 19;
    private static final int ENOUGH = 40;
    private static final int LINE = 74;

    private ChargenProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("chargen", "Character generator")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ANSWER)
                .checks(InetdFacts.checks("chargen", ANSWER))
                .recognisedBy(ChargenProtocol::recognition)
                .readBy(ChargenProtocol::reader)
                .serverSpeaksFirst()
                .sends(
                        "Nothing: a TCP connection is opened, and closed after the first line. Nothing over UDP, where the answer"
                                + " would be many times the question.")
                .asks(
                        Transport.TCP,
                        "chargen.answer",
                        SmallQuestions.hearing(ChargenProtocol::reader, SmallQuestions.octets(LINE)))
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new AnswerDissector(ANSWER, ChargenProtocol::generated);
    }

    private static Recognition recognition(Opening opening) {
        if (!Ports.carried(opening)) {
            return Recognition.NO;
        }
        ByteView responder = opening.fromResponder();
        if (responder.length() > 0) {
            boolean goesOn = opening.transport() == Transport.TCP && responder.length() < ENOUGH && rotates(responder);
            return generated(responder)
                    ? Recognition.RESPONDER_SERVES
                    : goesOn ? Recognition.NEED_MORE : Recognition.NO;
        }
        if (generated(opening.fromInitiator())) {
            return Recognition.INITIATOR_SERVES;
        }
        boolean asked = opening.transport() == Transport.UDP && Ports.responderAt(opening, PORT);
        return asked ? Recognition.BY_PORT : Recognition.NO;
    }

    private static boolean generated(ByteView bytes) {
        return bytes.length() >= ENOUGH && rotates(bytes);
    }

    /** Whether each character of the first line follows on the one before, with a blank behind the last printable one. */
    private static boolean rotates(ByteView bytes) {
        int end = Math.min(bytes.length(), LINE);
        for (int at = 0; at < end; at++) {
            int octet = bytes.u8(at);
            boolean ends = (octet == '\r' || octet == '\n') && at >= LINE - 3;
            boolean follows = at == 0
                    || octet == bytes.u8(at - 1) + 1
                    || ((octet == ' ' || octet == '!') && bytes.u8(at - 1) >= '}');
            if (!ends && (!follows || octet < ' ' || octet > '~')) {
                return false;
            }
        }
        return end > 0;
    }
}
