// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Ber;
import io.netgrade.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SNMP v1, v2c and v3. */
public final class SnmpProtocol implements Protocol {
    private static final int PORT = 161;

    private final Consent consent;

    /** Asks for the v3 engine and nothing else. */
    public SnmpProtocol() {
        this(Consent.NONE);
    }

    SnmpProtocol(Consent consent) {
        this.consent = consent;
    }

    @Override
    public String id() {
        return "snmp";
    }

    @Override
    public String title() {
        return "SNMP";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.UDP || transport == Transport.TCP ? Set.of(PORT) : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return List.of(
                SnmpFacts.VERSIONS_ANSWERED,
                SnmpFacts.COMMUNITY,
                SnmpFacts.USER_SECURITY,
                SnmpFacts.ENGINE,
                SnmpFacts.NOTIFICATION,
                CommonFacts.SOFTWARE,
                CommonFacts.GREETING);
    }

    @Override
    public List<Check> checks() {
        return SnmpFacts.CHECKS;
    }

    @Override
    public String sends() {
        return "One SNMPv3 message without a user that asks for the engine's id (RFC 3414 §4). Only where the operator"
                + " declared communities: one GET of sysDescr.0 each in v2c and v1, and the first question again where"
                + " some stayed unanswered. The communities public and private are tried only where that was asked for.";
    }

    @Override
    public Octets begins(Transport transport) {
        // Of a stream one side is enough, and the other may say anything.
        return transport == Transport.UDP ? Octets.of(Ber.SEQUENCE) : Octets.ANY;
    }

    @Override
    public Recognition recognize(Opening opening) {
        return SnmpRecognition.of(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        boolean notifies = SnmpRecognition.notifies(opening);
        return new SnmpDissector(opening.transport(), notifies);
    }

    @Override
    public Protocol asking(Consent given) {
        return new SnmpProtocol(given);
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        boolean carried = endpoint.transport() == Transport.UDP || endpoint.transport() == Transport.TCP;
        return carried && layers.isEmpty()
                ? Optional.of(new SnmpInquiry(endpoint.transport(), consent))
                : Optional.empty();
    }
}
