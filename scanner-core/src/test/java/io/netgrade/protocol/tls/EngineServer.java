// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** A TLS server of the JDK in memory: a conversation is answered without a socket, in pieces of a size. */
final class EngineServer implements Server {
    private final SSLContext context = SSLContext.getInstance("TLS");
    private final Consumer<SSLEngine> configuration;
    private final int piece;
    private final List<byte[]> answers = new ArrayList<>();

    EngineServer(KeyStore keys, int piece, Consumer<SSLEngine> configuration) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(keys, "lab".toCharArray());
        context.init(factory.getKeyManagers(), null, null);
        this.configuration = configuration;
        this.piece = piece;
    }

    @Override
    public Attempt.Status hold(Conversation conversation, List<io.netgrade.fact.Fact> stated) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        configuration.accept(engine);
        ByteArrayOutputStream toServer = new ByteArrayOutputStream();
        Conversation.Peer peer = toServer::writeBytes;
        conversation.opened(peer);
        Fed inbox = new Fed();
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE) {
            byte[] answer = answer(engine, toServer);
            answers.add(answer);
            if (answer.length == 0) {
                return conversation.ended((fact, excerpt) -> stated.add(fact))
                        ? Attempt.Status.ANSWERED
                        : Attempt.Status.CLOSED_EARLY;
            }
            for (int at = 0; at < answer.length && progress == Progress.CONTINUE; at += piece) {
                inbox.add(Arrays.copyOfRange(answer, at, Math.min(answer.length, at + piece)));
                progress = conversation.received(inbox, peer, (fact, excerpt) -> stated.add(fact));
            }
        }
        return progress == Progress.DONE ? Attempt.Status.ANSWERED : Attempt.Status.NOT_THIS_PROTOCOL;
    }

    /** All that it said at once, on all connections so far. */
    List<byte[]> answers() {
        return List.copyOf(answers);
    }

    /** What a server says to a client's first bytes. */
    byte[] flight(byte[] fromClient) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        configuration.accept(engine);
        ByteArrayOutputStream toServer = new ByteArrayOutputStream();
        toServer.writeBytes(fromClient);
        return answer(engine, toServer);
    }

    /** What the engine says to the bytes it was sent, alerts included; nothing once it has said all. */
    private static byte[] answer(SSLEngine engine, ByteArrayOutputStream toServer) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(toServer.toByteArray());
        toServer.reset();
        ByteBuffer out = ByteBuffer.allocate(1 << 16);
        ByteBuffer clear = ByteBuffer.allocate(1 << 16);
        try {
            while (step(engine, in, out, clear)) {
                drain(out, answer);
            }
        } catch (SSLException refused) {
            flush(engine, out, clear);
        }
        drain(out, answer);
        return answer.toByteArray();
    }

    private static boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out, ByteBuffer clear) throws SSLException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
                return true;
            }
            case NEED_WRAP -> {
                SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), out);
                return result.bytesProduced() > 0
                        || engine.getHandshakeStatus() != SSLEngineResult.HandshakeStatus.NEED_WRAP;
            }
            default -> {
                int before = in.remaining();
                engine.unwrap(in, clear);
                return in.remaining() < before;
            }
        }
    }

    /** Lets the engine say its alert. */
    private static void flush(SSLEngine engine, ByteBuffer out, ByteBuffer clear) {
        try {
            step(engine, ByteBuffer.allocate(0), out, clear);
        } catch (SSLException alreadyReported) {
            out.position(0);
        }
    }

    private static void drain(ByteBuffer out, ByteArrayOutputStream answer) {
        out.flip();
        byte[] bytes = new byte[out.remaining()];
        out.get(bytes);
        answer.writeBytes(bytes);
        out.clear();
    }
}
