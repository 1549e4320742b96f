// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.redis.RespToken.Fit;
import io.netgrade.wire.ByteView;

/**
 * Reads one connection of a client: which answers came to which commands. That no login is wanted shows only where the
 * connection was seen from its beginning, as else the login may have been before.
 */
final class RedisDissector implements Dissector {
    private static final int LONGEST_INFO = 16_384;
    private static final int LONGEST_VALUE = 512;

    private final boolean fromBeginning;
    private final RedisCommands commands = new RedisCommands();
    private final RespReader answers = new RespReader();
    private final ServerText text = new ServerText();
    private RedisWord command = RedisWord.OTHER;
    private String name = "";
    private boolean loggedIn;
    private boolean concluded;
    private boolean toldByClient;
    private boolean toldByServer;

    RedisDissector(boolean fromBeginning) {
        this.fromBeginning = fromBeginning;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            boolean sound = commands.read(bytes);
            toldByClient = tellLogin(toldByClient, sink);
            return sound ? Progress.CONTINUE : Progress.MALFORMED;
        }
        toldByServer = tellLogin(toldByServer, sink);
        Fit fit = answers.next(bytes, kept());
        while (fit == Fit.WHOLE) {
            if (!answer(bytes.unread(), answers.token(), sink)) {
                return Progress.DONE;
            }
            fit = answers.next(bytes, kept());
        }
        return fit == Fit.BROKEN ? Progress.MALFORMED : Progress.CONTINUE;
    }

    /** Told again once the server has spoken, as the client's word alone is no proof. */
    private boolean tellLogin(boolean told, ObservationSink sink) {
        boolean news = !told && commands.sawLogin();
        if (news) {
            sink.saw(RedisFacts.LOGIN_IN_CLEAR.partial("plaintext-password"));
        }
        return told || news;
    }

    private int kept() {
        boolean info = answers.between() && commands.waiting() && commands.next() == RedisWord.INFO;
        return info ? LONGEST_INFO : LONGEST_VALUE;
    }

    /** @return whether anything later may still tell something */
    private boolean answer(ByteView bytes, RespToken token, ObservationSink sink) {
        if (answers.first() && token.type() != '>' && !begin(bytes, token, sink)) {
            return false;
        }
        if (command == RedisWord.HELLO && !answers.first()) {
            readPair(bytes, token);
        }
        if (answers.between() && (command == RedisWord.HELLO || command == RedisWord.INFO)) {
            text.state(false, sink);
        }
        return !(concluded && text.whole());
    }

    private boolean begin(ByteView bytes, RespToken token, ObservationSink sink) {
        RedisReply reply = RedisReply.of(bytes, token);
        if (reply == RedisReply.DENIED) {
            sink.saw(RedisFacts.SERVICE.partial("protected", null));
            return false;
        }
        if (!commands.waiting()) {
            command = RedisWord.OTHER;
            if (reply == RedisReply.NO_LOGIN) {
                conclude(true, sink);
            }
            return !fromBeginning && commands.orderly();
        }
        command = commands.next();
        judge(reply, sink);
        commands.answered();
        if (command == RedisWord.INFO && token.hasText()) {
            text.readInfo(bytes.ascii(token.textAt(), token.textLength()));
        }
        return commands.orderly();
    }

    private void judge(RedisReply reply, ObservationSink sink) {
        if (reply == RedisReply.NO_LOGIN) {
            conclude(true, sink);
        } else if (reply == RedisReply.DATA && command == RedisWord.RESET) {
            loggedIn = false;
        } else if (reply == RedisReply.DATA && commands.logsIn()) {
            loggedIn = true;
        } else if (reply == RedisReply.DATA && !command.beforeLogin() && !loggedIn && fromBeginning) {
            conclude(false, sink);
        }
    }

    private void conclude(boolean required, ObservationSink sink) {
        if (!concluded) {
            concluded = true;
            Fact fact = fromBeginning
                    ? RedisFacts.AUTHENTICATION.complete(required)
                    : RedisFacts.AUTHENTICATION.partial(required);
            sink.saw(fact);
        }
    }

    /** HELLO answers with names and values in turn. */
    private void readPair(ByteView bytes, RespToken token) {
        String part = token.hasText() ? bytes.ascii(token.textAt(), token.textLength()) : "";
        if (answers.index() % 2 == 1) {
            name = part;
        } else {
            text.readHello(name, part);
        }
    }
}
