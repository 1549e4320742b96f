// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tftp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** TFTP over UDP. */
public final class TftpProtocol {
    private static final int FIRST_OWN_PORT = 1024;

    private TftpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("tftp", "TFTP")
                .ports(Transport.UDP, 69)
                .begins(Transport.UDP, Octets.of(0))
                .facts(TftpFacts.REQUEST, TftpFacts.ANSWER)
                .checks(TftpFacts.CHECKS)
                .recognisedBy(TftpProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new TftpReader()))
                .sends(
                        "One request to read a file by a random name, and an error where it is answered by anything but one.")
                .asks(Transport.UDP, "tftp.read", TftpRead::new)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        ByteView said = opening.fromInitiator();
        if (opening.transport() != Transport.UDP || said.length() == 0 || !TftpPacket.sound(said)) {
            return Recognition.NO;
        }
        if (TftpPacket.request(said)) {
            return Recognition.RESPONDER_SERVES;
        }
        boolean newPort = opening.initiatorPort() >= FIRST_OWN_PORT && opening.responderPort() >= FIRST_OWN_PORT;
        return newPort && TftpPacket.firstAnswer(said) ? Recognition.INITIATOR_SERVES : Recognition.NO;
    }
}
