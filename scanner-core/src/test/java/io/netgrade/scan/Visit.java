// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.lab.standin.Spoken;
import io.netgrade.lab.standin.StandIn;
import io.netgrade.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The prober at a {@link StandIn}.
 *
 * @param look what the prober saw
 * @param heard every message that the node heard
 * @param breaches what of it the node's document forbids
 */
record Visit(LabLook look, List<byte[]> heard, List<String> breaches) {

    /** As if the node's port were the usual one of the protocol. */
    static Visit usual(String protocol, Spoken spoken, Transport... transports) throws Exception {
        try (StandIn node = StandIn.over(Set.of(transports), spoken)) {
            return at(node, List.of(new UsualAt(byId(protocol), node.port())));
        }
    }

    /** On a port that tells nothing, asked in these protocols only. */
    static Visit guessing(Spoken spoken, Transport transport, String... protocols) throws Exception {
        try (StandIn node = StandIn.over(transport, spoken)) {
            return at(node, Stream.of(protocols).map(Visit::byId).toList());
        }
    }

    private static Protocol byId(String id) {
        return ProtocolCatalog.byId(id).orElseThrow();
    }

    private static Visit at(StandIn node, List<Protocol> protocols) throws Exception {
        LabLook look = LabLook.at(node.address(), PortSet.of(node.port()), protocols);
        node.hearOut();
        assertThat(look.collected().attempts())
                .extracting(Attempt::status)
                .doesNotContain(Status.FAULT, Status.BUDGET_SPENT);
        assertThat(look.collected().problems()).isEmpty();
        return new Visit(look, node.heard(), node.breaches());
    }

    /** Nothing that the document forbids was said, and nothing but what {@code docs/protocols.md} has; so many messages. */
    void keepsTo(int messages, String protocol, Transport... transports) throws Exception {
        assertThat(breaches).isEmpty();
        List<WrittenQuestions> written = new ArrayList<>();
        for (Transport transport : transports) {
            written.add(WrittenQuestions.of(protocol, transport));
        }
        assertThat(heard).hasSize(messages).allMatch(message -> written.stream().anyMatch(page -> page.tell(message)));
    }

    List<Status> statuses(Transport transport) {
        return look.collected().attempts().stream()
                .filter(attempt -> attempt.endpoint().transport() == transport)
                .map(Attempt::status)
                .toList();
    }
}
