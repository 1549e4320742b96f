// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Leads a conversation in a test: gives it bytes, and keeps what it sends and states. */
public final class Interview {
    private final Conversation conversation;
    private final boolean datagrams;
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final HeldInbox inbox = new HeldInbox();

    private Interview(Conversation conversation, boolean datagrams) {
        this.conversation = conversation;
        this.datagrams = datagrams;
        conversation.opened(sent::add);
    }

    public static Interview overStream(Conversation conversation) {
        return new Interview(conversation, false);
    }

    public static Interview overDatagrams(Conversation conversation) {
        return new Interview(conversation, true);
    }

    public Progress hear(byte... bytes) {
        Progress progress = conversation.received(inbox.with(bytes), sent::add, (fact, excerpt) -> facts.add(fact));
        if (datagrams) {
            inbox.consumeAll();
        }
        return progress;
    }

    public Progress hear(String text) {
        return hear(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public boolean end() {
        return conversation.ended((fact, excerpt) -> facts.add(fact));
    }

    public List<byte[]> sent() {
        return sent;
    }

    public byte[] lastSent() {
        return sent.get(sent.size() - 1);
    }

    public List<Fact> facts() {
        return facts;
    }
}
