// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.redis.RespToken.Fit;

/**
 * Reads one direction element by element, and knows where a value begins. Aggregates are counted, not nested: what is
 * inside one is only so many elements that are still to come.
 */
final class RespReader {
    private final RespToken token = new RespToken();
    private long open;
    private long index;
    private long surplus;
    private int consumed;

    /** Whether the last element is the first of its value. */
    boolean first() {
        return index == 0;
    }

    /** The place of the last element within its value. */
    long index() {
        return index;
    }

    RespToken token() {
        return token;
    }

    /** The same for what a client says: a value may be a line without a type. */
    Fit nextCommand(Inbox bytes, int kept) {
        if (!passed(bytes)) {
            return Fit.SHORT;
        }
        boolean inline =
                open == 0 && bytes.unread().length() > 0 && bytes.unread().u8(0) != '*';
        return taken(inline ? token.wrapInline(bytes.unread()) : token.wrap(bytes.unread(), kept));
    }

    /** Reads the next element, whose text is valid until the next call; bodies over {@code kept} are passed over. */
    Fit next(Inbox bytes, int kept) {
        if (!passed(bytes)) {
            return Fit.SHORT;
        }
        return taken(token.wrap(bytes.unread(), kept));
    }

    private Fit taken(Fit fit) {
        if (fit == Fit.WHOLE) {
            index = open == 0 ? 0 : index + 1;
            count();
            consumed = token.length();
            surplus = token.surplus();
        }
        return fit;
    }

    /** Consumes what was read last, and as much of a long body as is here; false while some of that is to come. */
    private boolean passed(Inbox bytes) {
        int read = consumed;
        consumed = 0;
        bytes.consume(read);
        int over = (int) Math.min(surplus, bytes.unread().length());
        if (over > 0) {
            bytes.consume(over);
            surplus -= over;
        }
        return surplus == 0;
    }

    /** Whether the last element closed its value. */
    boolean between() {
        return open == 0;
    }

    /** An attribute stands before its value and is no value itself (RESP 3). */
    private void count() {
        long before = open == 0 ? 1 : open;
        long inside = token.aggregate() ? Math.max(token.number(), 0) : 0;
        open = before + inside - (token.type() == '|' ? 0 : 1);
    }
}
