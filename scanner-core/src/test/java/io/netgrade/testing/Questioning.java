// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Protocol;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions of a protocol, asked by a test one at a time. */
public final class Questioning {
    private Questioning() {}

    /** The endpoint that all are put to: 192.0.2.1, and the port. */
    public static Endpoint endpoint(Transport transport, int port) {
        try {
            return new Endpoint(InetAddress.getByName("192.0.2.1"), port, transport);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one question of a name. */
    public static Interview of(Protocol protocol, Transport transport, String question, String... layers) {
        return of(protocol, endpoint(transport, 9), question, layers);
    }

    /** The same, put to an endpoint of its own. */
    public static Interview of(Protocol protocol, Endpoint endpoint, String question, String... layers) {
        Conversation conversation = all(protocol, endpoint, layers).stream()
                .filter(exchange -> exchange.question().equals(question))
                .findFirst()
                .orElseThrow()
                .conversations()
                .get(0);
        return endpoint.transport() == Transport.TCP
                ? Interview.overStream(conversation)
                : Interview.overDatagrams(conversation);
    }

    /** All its questions over a transport, as they are asked of a service that answers none. */
    public static List<Exchange> all(Protocol protocol, Endpoint endpoint, String... layers) {
        Inquiry inquiry = protocol.inquire(endpoint, List.of(layers)).orElseThrow();
        List<Exchange> exchanges = new ArrayList<>();
        for (Optional<Exchange> next = inquiry.next(); next.isPresent(); next = inquiry.next()) {
            exchanges.add(next.get());
            inquiry.ended(next.get(), Attempt.Status.TIMED_OUT, List.of());
        }
        return exchanges;
    }
}
