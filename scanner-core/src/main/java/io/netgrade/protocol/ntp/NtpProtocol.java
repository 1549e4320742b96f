// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ntp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** NTP over UDP. */
public final class NtpProtocol {
    private static final int PORT = 123;

    private NtpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ntp", "NTP")
                .ports(Transport.UDP, PORT)
                .begins(Transport.UDP, NtpPacket.BEGINNINGS)
                .facts(NtpFacts.TIME, NtpFacts.AUTHENTICATION, NtpFacts.CONTROL, NtpFacts.PRIVATE, CommonFacts.SOFTWARE)
                .checks(NtpFacts.CHECKS)
                .recognisedBy(NtpProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new NtpReader()))
                .sends(
                        "One request each as a client (mode 3), for the system's variables (mode 6) and for loop information"
                                + " (mode 7); never for the list of clients.")
                .asks(Transport.UDP, "ntp.time", NtpQuestions::time)
                .asks(Transport.UDP, "ntp.variables", NtpQuestions::variables)
                .asks(Transport.UDP, "ntp.private", NtpQuestions::loop)
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, usual(opening) ? NtpPacket::speaker : NtpPacket::strictSpeaker)
                : Recognition.NO;
    }

    private static boolean usual(Opening opening) {
        return opening.responderPort() == PORT || opening.initiatorPort() == PORT;
    }
}
