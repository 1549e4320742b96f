// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** Kerberos 5 (RFC 4120). */
public final class KerberosProtocol {
    private KerberosProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("kerberos", "Kerberos")
                .ports(Transport.TCP, 88)
                .ports(Transport.UDP, 88)
                .begins(Transport.TCP, Octets.of(0))
                .begins(Transport.UDP, KerberosMessage.BEGINNINGS)
                .facts(
                        KerberosFacts.SERVICE,
                        KerberosFacts.REQUESTED,
                        KerberosFacts.TAKEN,
                        KerberosFacts.PRE_AUTHENTICATION,
                        KerberosFacts.ERROR)
                .checks(KerberosFacts.CHECKS)
                .recognisedBy(opening -> switch (opening.transport()) {
                    case TCP -> Speaker.recognition(opening, KerberosMessage::inStream);
                    case UDP -> Speaker.recognition(opening, KerberosMessage::inDatagram);
                    default -> Recognition.NO;
                })
                .readBy(KerberosQuestions::reader)
                .sends(
                        "AS-REQ for the user netgrade of the realm NETGRADE.INVALID, which cannot exist, without a proof: it is"
                                + " answered with an error. No user of the centre's own is named.")
                .asks(Transport.TCP, "kerberos.presence", KerberosQuestions::overTcp)
                .asks(Transport.UDP, "kerberos.presence", KerberosQuestions::overUdp)
                .onUsualPortsOnly()
                .build();
    }
}
