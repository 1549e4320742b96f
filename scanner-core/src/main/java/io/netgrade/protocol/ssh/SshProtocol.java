// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SSH (RFC 4253). */
public final class SshProtocol implements Protocol {
    private static final Set<Integer> PORTS = Set.of(22, 830, 2222);

    @Override
    public String id() {
        return "ssh";
    }

    @Override
    public String title() {
        return "SSH";
    }

    /** 830 is NETCONF over SSH (RFC 6242). */
    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? PORTS : Set.of();
    }

    @Override
    public List<FactType> facts() {
        List<FactType> facts = new ArrayList<>(SshFacts.all());
        facts.add(CommonFacts.SOFTWARE);
        return List.copyOf(facts);
    }

    @Override
    public List<Check> checks() {
        return SshFacts.checks();
    }

    @Override
    public String sends() {
        return "On at most " + SshInquiry.MOST_CONNECTIONS
                + " connections: the identification SSH-2.0-netgrade, a KEXINIT, and a key exchange for each type of host"
                + " key and, where the server offers the group exchange, for a group of 1024, of 3072 and of 4096 bits."
                + " On one of them, encrypted, one authentication request of method none for the user netgrade, which"
                + " asks which methods can continue; no password and no key is ever offered. Each ends with"
                + " SSH_MSG_DISCONNECT.";
    }

    @Override
    public Recognition recognize(Opening opening) {
        return SshOpening.recognize(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new SshDissector();
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        return endpoint.transport() == Transport.TCP
                ? Optional.of(new SshInquiry(new SecureRandom()))
                : Optional.empty();
    }

    @Override
    public boolean clientSpeaksFirst() {
        return false;
    }
}
