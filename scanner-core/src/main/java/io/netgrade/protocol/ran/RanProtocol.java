// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.Octets;
import java.util.Arrays;
import java.util.List;

/** The application protocols of the radio side. */
public final class RanProtocol {
    private RanProtocol() {}

    public static List<Protocol> all() {
        return Arrays.stream(Interface.values()).map(RanProtocol::of).toList();
    }

    private static Protocol of(Interface one) {
        RanGrammar grammar = new RanGrammar(one);
        RanFacts facts = new RanFacts(one);
        return PlainProtocol.of(one.id(), one.title())
                .ports(Transport.SCTP, one.port())
                .begins(Transport.SCTP, Octets.where(first -> RanMessage.begins(first, one.choiceBits())))
                .facts(facts.types())
                .checks(facts.checks())
                .recognisedBy(grammar::recognise)
                .readBy(opening -> new MessageDissector(opening.transport(), new RanReader(one, grammar, facts)))
                .build();
    }
}
