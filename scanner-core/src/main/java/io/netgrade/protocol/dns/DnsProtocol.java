// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.check.Check;
import io.netgrade.endpoint.DomainName;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DNS over UDP, TCP and TLS (RFC 7858). */
public final class DnsProtocol implements Protocol {
    static final int PORT = 53;

    private final List<DomainName> zones;

    public DnsProtocol() {
        this(List.of());
    }

    /** @param zones of which a transfer is asked for */
    private DnsProtocol(List<DomainName> zones) {
        this.zones = zones;
    }

    @Override
    public String id() {
        return "dns";
    }

    @Override
    public String title() {
        return "DNS";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.UDP || transport == Transport.TCP ? Set.of(PORT) : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return List.of(
                DnsFacts.RECURSION,
                DnsFacts.VERSION_BIND,
                DnsFacts.IDENTITY,
                DnsFacts.EDNS,
                DnsFacts.SIGNATURES,
                DnsFacts.VALIDATION,
                DnsFacts.TRANSFER,
                DnsFacts.ASKER_PORT,
                CommonFacts.SOFTWARE,
                CommonFacts.GREETING);
    }

    @Override
    public List<Check> checks() {
        return DnsFacts.CHECKS;
    }

    @Override
    public String sends() {
        return "A recursive question for the root's name servers with EDNS (again without EDNS where the server cannot"
                + " read it), then version.bind in class CH, type TXT. Only of zones that the operator names for it, and"
                + " over TCP alone, a transfer (AXFR) is asked for, each on a connection of its own that ends after the"
                + " first message.";
    }

    @Override
    public Protocol asking(Consent consent) {
        return new DnsProtocol(consent.zones());
    }

    @Override
    public Recognition recognize(Opening opening) {
        return DnsRecognition.of(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new DnsDissector(opening.transport());
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        boolean insideTls = layers.equals(List.of("tls")) && endpoint.transport() == Transport.TCP;
        boolean inClear = layers.isEmpty() && !usualPorts(endpoint.transport()).isEmpty();
        return insideTls || inClear
                ? Optional.of(new DnsInquiry(endpoint.transport(), insideTls, zones))
                : Optional.empty();
    }
}
