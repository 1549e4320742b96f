// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.x11;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** What a server is asked: to refuse a connection of a version that does not exist, which shows that it is one (X Window
 * System Protocol, 8). Where the operator permits anonymous log-ins, to let in a client without authorization too: a server
 * resets itself when its last client leaves, and netgrade may be its only one.
 */
final class X11Question {
    private static final byte[] NO_VERSION = {X11Setup.LITTLE, 0, 0x7F, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] ANONYMOUS = {X11Setup.LITTLE, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private X11Question() {}

    static Conversation version(Endpoint endpoint) {
        return Script.of(endpoint, X11Question::reader)
                .says(NO_VERSION, X11Question::answer)
                // It is not the want of authorization that this is refused for.
                .leavesOut(fact -> fact.is(X11Facts.CONNECTION))
                .build();
    }

    static Conversation anonymous(Endpoint endpoint) {
        return Script.of(endpoint, X11Question::reader)
                .says(ANONYMOUS, X11Question::answer)
                .whole(fact -> fact.is(X11Facts.CONNECTION))
                .build();
    }

    static Dissector reader(Opening opening) {
        return new X11Dissector();
    }

    /** Eight octets, and as many words more as the last two of them say. */
    private static long answer(ByteView unread) {
        if (X11Setup.speaker(unread) == Speaker.NOBODY || unread.u8(0) > 2) {
            return MessageGrammar.BROKEN;
        }
        return unread.length() < X11Setup.SERVER_HEADER
                ? MessageGrammar.UNKNOWN
                : X11Setup.SERVER_HEADER + 4L * unread.u16le(6);
    }
}
