// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Holds an inquiry with a server on this machine over plain sockets, and records it. Run by hand, with a port and
 * perhaps a file and a remark, it writes the {@link Talk}s that the tests replay; they are to be made anew whenever what
 * netgrade offers changes, as a key exchange covers it.
 */
final class SshOverSocket {
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final SeenFacts facts = new SeenFacts();
    private final List<String> endings = new ArrayList<>();
    private final List<Talk.Connection> connections = new ArrayList<>();

    SshOverSocket(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws IOException {
        SshOverSocket run = new SshOverSocket(Integer.parseInt(arguments[0]));
        run.hold(new SshInquiry(new RepeatableRandom()));
        run.endings.forEach(System.out::println);
        run.facts.all().forEach(System.out::println);
        run.facts.excerpts().stream().filter(text -> !text.isEmpty()).forEach(System.out::println);
        if (arguments.length > 2) {
            new Talk(run.connections).write(Path.of(arguments[1]), arguments[2]);
        }
    }

    void hold(Inquiry inquiry) throws IOException {
        Optional<Exchange> next = inquiry.next();
        while (next.isPresent()) {
            Exchange exchange = next.get();
            int before = facts.all().size();
            long begin = System.nanoTime();
            Attempt.Status status = converse(exchange);
            endings.add(
                    exchange.question() + " " + status.id() + " " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            List<Fact> all = facts.all();
            inquiry.ended(exchange, status, all.subList(before, all.size()));
            next = inquiry.next();
        }
        inquiry.conclude(facts);
    }

    SeenFacts facts() {
        return facts;
    }

    List<String> endings() {
        return List.copyOf(endings);
    }

    private Attempt.Status converse(Exchange exchange) throws IOException {
        Conversation conversation = exchange.conversations().get(0);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Conversation.Peer peer = bytes -> {
                said.writeBytes(bytes);
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            return read(conversation, socket, peer, heard);
        } finally {
            HexFormat hex = HexFormat.of();
            connections.add(new Talk.Connection(
                    exchange.question(), hex.formatHex(heard.toByteArray()), hex.formatHex(said.toByteArray())));
        }
    }

    private Attempt.Status read(
            Conversation conversation, Socket socket, Conversation.Peer peer, ByteArrayOutputStream heard)
            throws IOException {
        HeldBytes inbox = new HeldBytes();
        conversation.opened(peer);
        byte[] buffer = new byte[4096];
        try {
            Progress progress = Progress.CONTINUE;
            while (progress == Progress.CONTINUE) {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    return conversation.ended(facts) ? Attempt.Status.ANSWERED : Attempt.Status.CLOSED_EARLY;
                }
                heard.write(buffer, 0, count);
                inbox.add(Arrays.copyOf(buffer, count));
                progress = conversation.received(inbox, peer, facts);
            }
            return progress == Progress.DONE ? Attempt.Status.ANSWERED : Attempt.Status.NOT_THIS_PROTOCOL;
        } catch (SocketTimeoutException e) {
            return Attempt.Status.TIMED_OUT;
        } catch (SocketException e) {
            return Attempt.Status.RESET;
        }
    }
}
