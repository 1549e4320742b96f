// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A protocol as it would be were another port its usual one: servers of the lab have ports that say nothing. */
record UsualAt(Protocol protocol, int port) implements ForwardedProtocol {
    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return protocol.usualPorts(transport).isEmpty() ? Set.of() : Set.of(port);
    }

    @Override
    public Octets begins(Transport transport) {
        return protocol.begins(transport);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return protocol.dissect(opening);
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        return protocol.inquire(endpoint, layers);
    }

    @Override
    public Protocol asking(Consent consent) {
        return new UsualAt(protocol.asking(consent), port);
    }

    @Override
    public Optional<Conversation> startTls(Endpoint endpoint) {
        return protocol.startTls(endpoint);
    }

    @Override
    public boolean guessed(Transport transport) {
        return protocol.guessed(transport);
    }

    @Override
    public boolean clientSpeaksFirst() {
        return protocol.clientSpeaksFirst();
    }
}
