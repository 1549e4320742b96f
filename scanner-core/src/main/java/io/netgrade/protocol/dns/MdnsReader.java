// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** States how names are answered and what types of service are announced, each once. */
final class MdnsReader implements MessageGrammar {
    private static final String ENUMERATION = "_services._dns-sd._udp.local.";
    private static final int POINTER = 12;
    private static final int MOST_SERVICES = 64;

    private final boolean peers;
    private final Said said = new Said();

    /** @param peers whether both sides ask and answer */
    MdnsReader(boolean peers) {
        this.peers = peers;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return LinkMessage.mdns(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        boolean answers = LinkMessage.response(message) && (peers || direction == Direction.FROM_SERVER);
        if (answers && said.by(direction, sink).isNew(Said.hash(1, message, 4, message.length() - 4))) {
            List<String> services = services(message);
            String way = message.u16(0) == 0 && message.u16(4) == 0 ? "multicast" : "unicast";
            said.state(LinkFacts.MDNS_ANSWER.partial(way, services.isEmpty() ? null : services));
        }
        return Progress.CONTINUE;
    }

    private static List<String> services(ByteView message) {
        List<String> services = new ArrayList<>();
        int at = LinkMessage.records(message);
        int count = message.u16(6);
        for (int i = 0; i < count && at > 0 && services.size() < MOST_SERVICES; i++) {
            if (LinkMessage.type(message, at) == POINTER) {
                String owner = DnsName.text(message, at);
                // What enumerates the types of service points to each of them (RFC 6763 9).
                String name = owner.equals(ENUMERATION) ? DnsName.text(message, DnsName.end(message, at) + 10) : owner;
                boolean type = name.startsWith("_") && name.endsWith(".local.") && !services.contains(name);
                if (type) {
                    services.add(name.substring(0, name.length() - ".local.".length()));
                }
            }
            at = LinkMessage.behind(message, at);
        }
        return services.stream().distinct().toList();
    }
}
