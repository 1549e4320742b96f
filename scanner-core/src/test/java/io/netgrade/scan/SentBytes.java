// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.HeldInbox;
import io.netgrade.testing.WrittenDialogue;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a protocol's questions send, with no network: to a peer that is silent, and to peers that answer as the servers of
 * its dialogues do.
 */
final class SentBytes {
    private static final int MOST_EXCHANGES = 300;
    private static final int MOST_DIALOGUES = 6;
    private static final String HOST = "192.0.2.1";
    private static final List<WrittenDialogue> DIALOGUES = WrittenDialogue.allIn(DialoguesTest.FOLDER);

    private final Transport transport;
    private final Map<String, List<byte[]>> messages = new LinkedHashMap<>();
    private final Map<String, Boolean> unasked = new LinkedHashMap<>();

    private long payloadProtocol;

    private SentBytes(Transport transport) {
        this.transport = transport;
    }

    /** Of every question over a transport. */
    static SentBytes of(Protocol protocol, Transport transport) {
        SentBytes sent = new SentBytes(transport);
        Endpoint endpoint = endpoint(protocol, transport);
        for (List<byte[]> answers : characters(protocol, transport)) {
            protocol.inquire(endpoint, List.of()).ifPresent(inquiry -> sent.hold(inquiry, answers));
        }
        return sent;
    }

    /** Of what leads to TLS: each message, in order, to the server that lets it say most. */
    static List<byte[]> startTls(Protocol protocol) {
        List<byte[]> most = List.of();
        for (List<byte[]> answers : characters(protocol, Transport.TCP)) {
            SentBytes sent = new SentBytes(Transport.TCP);
            Optional<Conversation> upgrade = protocol.startTls(endpoint(protocol, Transport.TCP));
            upgrade.ifPresent(conversation -> sent.talk("upgrade", List.of(conversation), answers, new ArrayList<>()));
            List<byte[]> said = sent.messages.getOrDefault("upgrade", List.of());
            most = said.size() > most.size() ? said : most;
        }
        return most;
    }

    /** The questions in the order in which they are first asked. */
    Set<String> questions() {
        return messages.keySet();
    }

    /** All that was said under a question, to all peers together. */
    List<byte[]> all(String question) {
        return messages.getOrDefault(question, List.of());
    }

    /** The first message of a question; empty where none of the peers brought it to say anything. */
    Optional<byte[]> first(String question) {
        return all(question).stream().findFirst();
    }

    /** What its messages are marked as over SCTP; 0 where nothing tells. */
    long payloadProtocol() {
        return payloadProtocol;
    }

    /** Whether the first message was said without waiting for the other side to speak. */
    boolean speaksFirst(String question) {
        return unasked.getOrDefault(question, false);
    }

    private void hold(Inquiry inquiry, List<byte[]> answers) {
        for (int i = 0; i < MOST_EXCHANGES; i++) {
            Optional<Exchange> exchange = inquiry.next();
            if (exchange.isEmpty()) {
                break;
            }
            messages.computeIfAbsent(exchange.get().question(), any -> new ArrayList<>());
            payloadProtocol = exchange.get().conversations().get(0).payloadProtocol();
            List<Fact> stated = new ArrayList<>();
            Status status = talk(exchange.get().question(), exchange.get().conversations(), answers, stated);
            inquiry.ended(exchange.get(), status, stated);
        }
        inquiry.conclude((fact, excerpt) -> {});
    }

    private Status talk(String question, List<Conversation> conversations, List<byte[]> answers, List<Fact> stated) {
        HeldInbox inbox = new HeldInbox();
        List<byte[]> said = messages.computeIfAbsent(question, any -> new ArrayList<>());
        int at = 0;
        Conversation current = conversations.get(0);
        int before = said.size();
        current.opened(said::add);
        if (before == 0 && !said.isEmpty()) {
            unasked.put(question, true);
        }
        for (byte[] answer : answers) {
            Progress progress = current.received(inbox.with(answer), said::add, (fact, excerpt) -> stated.add(fact));
            if (transport != Transport.TCP) {
                inbox.consumeAll();
            }
            if (progress == Progress.START_TLS && at + 1 < conversations.size()) {
                current = conversations.get(++at);
                current.opened(said::add);
            } else if (progress != Progress.CONTINUE) {
                return progress == Progress.MALFORMED ? Status.NOT_THIS_PROTOCOL : Status.ANSWERED;
            }
        }
        return current.ended((fact, excerpt) -> stated.add(fact)) ? Status.ANSWERED : Status.TIMED_OUT;
    }

    /** Silence, and what the servers of the dialogues say, message by message. */
    private static List<List<byte[]>> characters(Protocol protocol, Transport transport) {
        List<List<byte[]>> characters = new ArrayList<>();
        characters.add(List.of());
        for (WrittenDialogue dialogue : DIALOGUES) {
            if (dialogue.protocol().equals(protocol.id())
                    && dialogue.transport() == transport
                    && characters.size() <= MOST_DIALOGUES) {
                characters.add(dialogue.messages().stream()
                        .filter(message -> !message.fromClient())
                        .map(WrittenDialogue.Message::bytes)
                        .toList());
            }
        }
        characters.add(List.of(bytes("220 ready\r\n"), bytes("331 go on\r\n"), bytes("230 welcome\r\n")));
        return characters;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Endpoint endpoint(Protocol protocol, Transport transport) {
        int port = protocol.usualPorts(transport).stream().min(Integer::compare).orElse(SpokenOpening.ANY_PORT);
        try {
            return new Endpoint(InetAddress.getByName(HOST), port, transport);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(HOST + " is a literal", e);
        }
    }

    /** All messages one after another. */
    static byte[] joined(List<byte[]> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        messages.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
