// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SS7 on its own links: SCCP with what it carries, and MTP 3 where the user is another. */
public final class LinkProtocol {
    private LinkProtocol() {}

    public static List<Protocol> all() {
        return Arrays.stream(LinkUser.values()).map(LinkProtocol::of).toList();
    }

    private static Protocol of(LinkUser user) {
        Ss7Facts facts = new Ss7Facts(user.id());
        Set<String> stated = Arrays.stream(user.types(facts)).map(FactType::id).collect(Collectors.toSet());
        return PlainProtocol.of(user.id(), user.title())
                .ports(Transport.IP, user.linkType())
                .facts(user.types(facts))
                .checks(facts.checks().stream()
                        .filter(check -> stated.contains(check.fact().id()))
                        .toList())
                .recognisedBy(opening -> recognize(user, opening))
                .readBy(opening -> new LinkReader(user, facts))
                .build();
    }

    private static Recognition recognize(LinkUser user, Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == user.linkType();
        return carried && user.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
