// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Telnet (RFC 854) over TCP, in clear or inside TLS. */
public final class TelnetProtocol implements Protocol {
    private static final Set<Integer> PORTS = Set.of(23, 2323);
    private static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "telnet.service",
                    "Whether a Telnet server answers, and prompts for a login.",
                    TelnetFacts.SERVICE,
                    "login-prompt"),
            FieldCheck.of(
                    "telnet.login-in-clear",
                    "Whether a password was seen to be given in clear.",
                    TelnetFacts.LOGIN_IN_CLEAR,
                    "class"));

    @Override
    public String id() {
        return "telnet";
    }

    @Override
    public String title() {
        return "Telnet";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? PORTS : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return TelnetFacts.all();
    }

    @Override
    public List<Check> checks() {
        return CHECKS;
    }

    @Override
    public String sends() {
        return "Refusals (DONT, WONT) of the options that the server negotiates, each once; nothing is typed.";
    }

    @Override
    public Octets begins(Transport transport) {
        return TelnetRecognition.BEGINNINGS;
    }

    @Override
    public Recognition recognize(Opening opening) {
        return opening.transport() == Transport.TCP ? TelnetRecognition.of(opening) : Recognition.NO;
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new TelnetDissector();
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        if (endpoint.transport() != Transport.TCP) {
            return Optional.empty();
        }
        Exchange prompt = Exchange.over(Transport.TCP, "telnet.prompt", new TelnetConversation());
        return Optional.of(Inquiry.of(layers.contains("tls") ? prompt.insideTls() : prompt));
    }

    @Override
    public boolean clientSpeaksFirst() {
        return false;
    }
}
