// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** What a server is asked: nothing, as its greeting (HandshakeV10) says what is to be known.
 *
 * <p>A server counts connections that end before the log-in, and turns away a host after 100 of them in a row
 * (max_connect_errors): what comes from one's own machine alone is not counted.
 */
final class MysqlQuestion {
    private MysqlQuestion() {}

    static Conversation greeting(Endpoint endpoint) {
        return Script.of(endpoint, MysqlQuestion::reader)
                .hears(MysqlQuestion::packet)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new MysqlSession());
    }

    static long packet(ByteView unread) {
        if (MysqlPacket.speaker(unread) == Speaker.NOBODY) {
            return MessageGrammar.BROKEN;
        }
        return unread.length() < MysqlPacket.HEADER
                ? MessageGrammar.UNKNOWN
                : (long) MysqlPacket.HEADER + MysqlPacket.length(unread);
    }
}
