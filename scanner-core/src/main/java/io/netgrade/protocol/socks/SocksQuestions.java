// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.socks;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/**
 * The methods that a client of version 5 offers (RFC 1928 3); what the server takes is told by its answer, and the
 * connection ends before a log-in or a request. Version 4 has no such answer before a request: it is not asked.
 */
final class SocksQuestions {
    private static final int VERSION = 5;
    private static final int REFUSED = 0xFF;
    private static final int ANSWER = 2;

    private SocksQuestions() {}

    static Conversation offering(Endpoint endpoint, int... methods) {
        byte[] greeting = new byte[2 + methods.length];
        greeting[0] = VERSION;
        greeting[1] = (byte) methods.length;
        for (int i = 0; i < methods.length; i++) {
            greeting[2 + i] = (byte) methods[i];
        }
        return Script.of(endpoint, opening -> new SocksDissector())
                .says(greeting, unread -> answer(unread, greeting))
                .build();
    }

    /** Only a method that was offered, or none, is an answer. */
    private static long answer(ByteView unread, byte[] greeting) {
        if (unread.u8(0) != VERSION) {
            return MessageGrammar.BROKEN;
        }
        if (unread.length() < ANSWER) {
            return MessageGrammar.UNKNOWN;
        }
        int taken = unread.u8(1);
        boolean offered = taken == REFUSED;
        for (int at = 2; at < greeting.length; at++) {
            offered |= taken == greeting[at];
        }
        return offered ? ANSWER : MessageGrammar.BROKEN;
    }
}
