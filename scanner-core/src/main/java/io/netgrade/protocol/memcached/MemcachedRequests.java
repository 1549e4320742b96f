// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** What one client says over a stream, of which only its log-in is noticed, wherever segments cut it. */
final class MemcachedRequests {
    private static final String STORE = "set ";
    /** In a server with log-ins by text, the first SET is one. */
    private static final Words STORES = Words.of(STORE);

    private boolean begun;
    private boolean binary;
    private boolean amidLine;
    private long passed;

    /** Takes all that is no beginning of a log-in. @return whether a log-in is among it */
    boolean logIn(Inbox bytes) {
        ByteView unread = bytes.unread();
        if (!begun && unread.length() > 0) {
            begun = true;
            binary = unread.u8(0) == MemcachedBinary.REQUEST;
        }
        return binary ? packets(bytes) : lines(bytes);
    }

    private boolean lines(Inbox bytes) {
        ByteView unread = bytes.unread();
        boolean logsIn = false;
        int at = 0;
        while (at < unread.length() && (amidLine || unread.length() - at >= STORE.length())) {
            logsIn |= !amidLine && STORES.at(unread, at);
            int end = unread.indexOf('\n', at, unread.length());
            amidLine = end < 0;
            at = amidLine ? unread.length() : end + 1;
        }
        bytes.consume(at);
        return logsIn;
    }

    /** What cannot be read may be a log-in. */
    private boolean packets(Inbox bytes) {
        boolean logsIn = false;
        pass(bytes);
        while (bytes.unread().length() >= MemcachedBinary.HEADER) {
            ByteView unread = bytes.unread();
            int opcode = unread.u8(1);
            passed = MemcachedBinary.length(unread);
            logsIn |= passed < 0 || (opcode > MemcachedBinary.FIRST_SASL && opcode <= MemcachedBinary.LAST_SASL);
            passed = passed < 0 ? unread.length() : passed;
            pass(bytes);
        }
        return logsIn;
    }

    private void pass(Inbox bytes) {
        int here = (int) Math.min(passed, bytes.unread().length());
        bytes.consume(here);
        passed -= here;
    }
}
