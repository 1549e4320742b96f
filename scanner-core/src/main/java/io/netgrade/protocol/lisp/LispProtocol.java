// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lisp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** LISP. */
public final class LispProtocol {
    private static final int DATA = 4341;
    private static final int CONTROL = 4342;

    private LispProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("lisp", "LISP")
                .ports(Transport.UDP, DATA, CONTROL)
                .ports(Transport.TCP, CONTROL)
                .begins(Transport.UDP, LispMessage.BEGINNINGS)
                .begins(Transport.TCP, Octets.of(0))
                .facts(LispFacts.MESSAGE, LispFacts.REGISTRATION)
                .checks(LispFacts.CHECKS)
                .recognisedBy(LispProtocol::recognize)
                .readBy(LispProtocol::reader)
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, LispSession::speaker);
            case UDP -> datagram(opening);
            case IP, SCTP -> Recognition.NO;
        };
    }

    private static Dissector reader(Opening opening) {
        return opening.transport() == Transport.TCP
                ? new MessageDissector(opening.transport(), new LispSession())
                : Datagrams.readBy(LispReader::read);
    }

    private static Recognition datagram(Opening opening) {
        ByteView bytes = Datagrams.of(opening);
        int type = LispMessage.type(bytes);
        if (type == LispMessage.NONE) {
            return LispMessage.isData(bytes) ? Datagrams.receiverServes(opening) : Recognition.NO;
        }
        boolean answers = type == LispMessage.REPLY || type == LispMessage.NOTIFY;
        return answers ? Datagrams.senderServes(opening) : Datagrams.receiverServes(opening);
    }
}
