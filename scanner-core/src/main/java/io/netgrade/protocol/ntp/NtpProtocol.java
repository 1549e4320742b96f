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
