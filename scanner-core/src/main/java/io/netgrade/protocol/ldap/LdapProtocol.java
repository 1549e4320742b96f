// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Ber;
import io.netgrade.wire.Octets;

/** LDAP (RFC 4511). */
public final class LdapProtocol {
    private LdapProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ldap", "LDAP")
                .ports(Transport.TCP, 389, 3268)
                .ports(Transport.UDP, 389)
                .begins(Transport.TCP, Octets.of(Ber.SEQUENCE))
                .begins(Transport.UDP, Octets.of(Ber.SEQUENCE))
                .facts(LdapFacts.BIND, LdapFacts.LOGIN_IN_CLEAR, LdapFacts.SERVICE, CommonFacts.SOFTWARE)
                .checks(LdapFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP || opening.transport() == Transport.UDP
                        ? Speaker.recognition(opening, LdapMessage::speaker)
                        : Recognition.NO)
                .readBy(LdapQuestions::reader)
                .sends(
                        "A search for the entry without a name, for five attributes, without a bind; UnbindRequest. StartTLS"
                                + " before TLS is asked. Where anonymous log-ins are permitted, a bind without name and password."
                                + " Over UDP the search for no attribute.")
                .asks(Transport.TCP, "ldap.root-entry", LdapQuestions::rootEntry)
                .asks(Transport.UDP, "ldap.presence", LdapQuestions::presence)
                .asks(Consent::anonymousLogIns, Transport.TCP, "ldap.anonymous-bind", LdapQuestions::anonymousBind)
                .startsTlsBy(LdapQuestions::startTls)
                .build();
    }
}
