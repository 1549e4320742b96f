// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.redis.RespToken.Fit;
import io.netgrade.wire.ByteView;
import java.util.BitSet;

/** The commands of one client that wait for their answers, in order. Arguments are looked at, never kept. */
final class RedisCommands {
    private static final int MOST_WAITING = 256;
    private static final int LONGEST_WORD = 64;
    private static final String LOGIN = "AUTH";
    private static final String REPLY = "REPLY";

    private final RespReader reader = new RespReader();
    private final RedisWord[] waiting = new RedisWord[MOST_WAITING];
    private final BitSet logins = new BitSet(MOST_WAITING);
    private int head;
    private int count;
    private RedisWord word = RedisWord.OTHER;
    private boolean login;
    private boolean loginSeen;
    private boolean counted;
    private boolean orderly = true;

    /** Takes what the client says; false where it breaks the grammar. */
    boolean read(Inbox bytes) {
        Fit fit = reader.nextCommand(bytes, LONGEST_WORD);
        while (fit == Fit.WHOLE) {
            take(bytes.unread(), reader.token());
            fit = reader.nextCommand(bytes, LONGEST_WORD);
        }
        return fit != Fit.BROKEN;
    }

    /** Whether the answers still follow the commands one by one. */
    boolean orderly() {
        return orderly || count > 0;
    }

    boolean waiting() {
        return count > 0;
    }

    /** The command that the next answer belongs to; only where one is waiting. */
    RedisWord next() {
        return waiting[head];
    }

    /** Whether that command logs in. */
    boolean logsIn() {
        return next() == RedisWord.AUTH || logins.get(head);
    }

    /** Whether a command to log in was seen, whatever its answer. */
    boolean sawLogin() {
        return loginSeen;
    }

    void answered() {
        head = (head + 1) % MOST_WAITING;
        count--;
    }

    private void take(ByteView bytes, RespToken token) {
        if (token.type() == RespToken.INLINE) {
            takeInline(bytes, token);
            return;
        }
        if (reader.first()) {
            word = RedisWord.OTHER;
            login = false;
            counted = token.type() == '*' && token.number() > 0;
        } else if (reader.index() == 1) {
            word = token.hasText() ? RedisWord.of(bytes, token.textAt(), token.textLength()) : RedisWord.OTHER;
        } else {
            takeArgument(bytes, token);
        }
        if (reader.between() && counted) {
            add();
        }
    }

    private void takeInline(ByteView bytes, RespToken token) {
        int space = bytes.indexOf(' ', 0, token.textLength());
        word = RedisWord.of(bytes, 0, space < 0 ? token.textLength() : space);
        login = word == RedisWord.HELLO;
        orderly &= word != RedisWord.CLIENT;
        if (token.textLength() > 0) {
            add();
        }
    }

    private void takeArgument(ByteView bytes, RespToken token) {
        if (word == RedisWord.HELLO && token.hasText()) {
            login |= RedisWord.equal(bytes, token.textAt(), token.textLength(), LOGIN);
            loginSeen |= login;
        }
        if (word == RedisWord.CLIENT && token.hasText() && reader.index() == 2) {
            orderly &= !RedisWord.equal(bytes, token.textAt(), token.textLength(), REPLY);
        }
    }

    /** After a command that ends the order no later one is added: its answer could not be told. */
    private void add() {
        if (!orderly || count == MOST_WAITING) {
            orderly = false;
            return;
        }
        loginSeen |= word == RedisWord.AUTH;
        int place = (head + count) % MOST_WAITING;
        waiting[place] = word;
        logins.set(place, login);
        count++;
        orderly = !word.endsOrder();
    }
}
