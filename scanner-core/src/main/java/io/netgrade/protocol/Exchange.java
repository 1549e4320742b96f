// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Transport;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One connection's worth of asking.
 *
 * @param question what is asked, {@code protocol.subject}, such as {@code tls.suites}; names the attempt in the evidence
 * @param conversations held one after another on the connection: all but the last end with
 *     {@link Progress#START_TLS}, after which the next one starts on the same connection
 * @param throughTls whether the runner opens TLS of its own before the last conversation, which goes inside it
 * @param applicationProtocol that this TLS offers (RFC 7301); empty where none is offered
 */
public record Exchange(
        String question,
        Transport transport,
        List<Conversation> conversations,
        boolean throughTls,
        String applicationProtocol) {
    public Exchange {
        conversations = List.copyOf(conversations);
        if (conversations.isEmpty()) {
            throw new IllegalArgumentException("an exchange needs a conversation");
        }
    }

    public static Exchange over(Transport transport, String question, Conversation conversation) {
        return new Exchange(question, transport, List.of(conversation), false, "");
    }

    /** The same, inside TLS that the runner opens. */
    public Exchange insideTls() {
        return insideTls(applicationProtocol);
    }

    /** The same, where that TLS offers the protocol inside (RFC 7301). */
    public Exchange insideTls(String offered) {
        return new Exchange(question, transport, conversations, true, offered);
    }

    /** Whether TLS of the runner's own opens the connection. */
    public boolean beginsWithTls() {
        return throughTls && conversations.size() == 1;
    }

    /** The same, with something of another protocol around all that is said. */
    public Exchange carriedBy(UnaryOperator<Conversation> carrier) {
        return new Exchange(
                question, transport, conversations.stream().map(carrier).toList(), throughTls, applicationProtocol);
    }

    /** The same, after another conversation on the connection has led to TLS (STARTTLS). */
    public Exchange after(Conversation upgrade) {
        List<Conversation> all = new java.util.ArrayList<>();
        all.add(upgrade);
        all.addAll(conversations);
        return new Exchange(question, transport, all, throughTls, applicationProtocol);
    }
}
