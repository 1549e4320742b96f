// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.redis.RespToken.Fit;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** PING; where that is answered, INFO of two sections; then QUIT. */
final class RedisConversation implements Conversation {
    private static final int LONGEST_INFO = 16_384;
    private static final byte[] PONG = "PONG".getBytes(StandardCharsets.US_ASCII);

    private enum Step {
        PING,
        REPLICATION,
        SERVER
    }

    private final RespReader answers = new RespReader();
    private final ServerText text = new ServerText();
    private Step step = Step.PING;

    @Override
    public void opened(Peer peer) {
        peer.send(command("PING"));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE) {
            Fit fit = answers.next(bytes, LONGEST_INFO);
            if (fit == Fit.SHORT) {
                return Progress.CONTINUE;
            }
            progress = fit == Fit.BROKEN ? Progress.MALFORMED : read(bytes.unread(), peer, sink);
        }
        return progress;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        text.state(false, sink);
        return step != Step.PING;
    }

    private Progress read(ByteView bytes, Peer peer, ObservationSink sink) {
        if (!answers.first()) {
            return Progress.CONTINUE;
        }
        if (step == Step.PING) {
            return readPong(bytes, peer, sink);
        }
        RespToken token = answers.token();
        if (token.type() == '$' && token.hasText()) {
            text.readInfo(bytes.ascii(token.textAt(), token.textLength()));
        }
        if (step == Step.SERVER) {
            step = Step.REPLICATION;
            peer.send(command("INFO", "replication"));
            return Progress.CONTINUE;
        }
        text.state(true, sink);
        peer.send(command("QUIT"));
        return Progress.DONE;
    }

    private Progress readPong(ByteView bytes, Peer peer, ObservationSink sink) {
        RespToken token = answers.token();
        switch (RedisReply.of(bytes, token)) {
            case DATA -> {
                if (token.type() != '+' || token.textLength() != PONG.length || !bytes.holds(token.textAt(), PONG)) {
                    return Progress.MALFORMED;
                }
                sink.saw(RedisFacts.AUTHENTICATION.complete(false));
                step = Step.SERVER;
                peer.send(command("INFO", "server"));
                return Progress.CONTINUE;
            }
            case DENIED -> {
                sink.saw(RedisFacts.SERVICE.partial("protected", null));
                return Progress.DONE;
            }
            case NO_LOGIN -> sink.saw(RedisFacts.AUTHENTICATION.complete(true));
            case ERROR -> {
                // It speaks the protocol and refuses: whether for want of a login is not told.
            }
        }
        peer.send(command("QUIT"));
        return Progress.DONE;
    }

    private static byte[] command(String... words) {
        StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
        for (String word : words) {
            command.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        return command.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
