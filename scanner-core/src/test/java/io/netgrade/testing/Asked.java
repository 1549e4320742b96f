// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A conversation with a server whose answers a test says; texts are ISO 8859-1. */
public final class Asked {
    private final Conversation conversation;
    private final HeldInbox inbox = new HeldInbox();
    private final FactList facts = new FactList();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private Progress progress = Progress.CONTINUE;
    private boolean ended;
    private boolean answered;

    public Asked(Conversation conversation) {
        this.conversation = conversation;
        conversation.opened(sent::writeBytes);
    }

    /** The question that a protocol asks first over TCP, on its usual port. */
    public static Asked first(Protocol protocol, String... layers) {
        Exchange exchange = protocol.inquire(usual(protocol), List.of(layers))
                .orElseThrow()
                .next()
                .orElseThrow();
        return new Asked(exchange.conversations().get(0));
    }

    /** What leads a connection in clear to TLS. */
    public static Asked startTls(Protocol protocol) {
        return new Asked(protocol.startTls(usual(protocol)).orElseThrow());
    }

    private static Endpoint usual(Protocol protocol) {
        int port = protocol.usualPorts(Transport.TCP).iterator().next();
        return new Endpoint(InetAddress.getLoopbackAddress(), port, Transport.TCP);
    }

    public Asked hears(String text) {
        return hears(text.getBytes(StandardCharsets.ISO_8859_1), Integer.MAX_VALUE);
    }

    /** Hears bytes in pieces of so many at most, until the conversation is over. */
    public Asked hears(byte[] bytes, int piece) {
        for (int at = 0; at < bytes.length && progress == Progress.CONTINUE; ) {
            int end = (int) Math.min((long) at + piece, bytes.length);
            progress = conversation.received(inbox.with(Arrays.copyOfRange(bytes, at, end)), sent::writeBytes, facts);
            at = end;
        }
        return this;
    }

    /** The other side closes, or time runs out. */
    public Asked ends() {
        if (progress == Progress.CONTINUE) {
            ended = true;
            answered = conversation.ended(facts);
        }
        return this;
    }

    public Progress progress() {
        return progress;
    }

    /** Whether what was heard until the end was an answer. */
    public boolean answered() {
        return ended && answered;
    }

    public FactList facts() {
        return facts;
    }

    public String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    /** Bytes heard and left to whoever comes next. */
    public int left() {
        return inbox.unread().length();
    }
}
