// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** IPMI over RMCP. */
public final class IpmiProtocol {
    private IpmiProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ipmi", "IPMI")
                .ports(Transport.UDP, 623)
                .begins(Transport.UDP, Octets.of(6))
                .facts(IpmiFacts.SERVICE, IpmiFacts.AUTHENTICATION, IpmiFacts.CIPHER_SUITES, IpmiFacts.SESSION)
                .checks(IpmiFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.UDP
                        ? Speaker.recognition(opening, IpmiMessage::speaker)
                        : Recognition.NO)
                .readBy(IpmiQuestions::reader)
                .sends(
                        "A presence ping, Get Channel Authentication Capabilities, and Get Channel Cipher Suites as often as its list"
                                + " has parts; no session is opened.")
                .asks(Transport.UDP, "ipmi.ping", IpmiQuestions::ping)
                .asks(Transport.UDP, "ipmi.authentication", IpmiQuestions::capabilities)
                .asks(Transport.UDP, "ipmi.cipher-suites", CipherSuites::new)
                .onUsualPortsOnly()
                .build();
    }
}
