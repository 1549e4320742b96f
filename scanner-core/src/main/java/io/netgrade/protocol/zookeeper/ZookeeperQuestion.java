// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zookeeper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;

/** What a server is asked: two four-letter words, each on a connection of its own, which the server ends (ZooKeeper
 * Administrator's Guide, The Four Letter Words). A session is not asked for, as each is written to the ensemble's log.
 */
final class ZookeeperQuestion {
    private static final String ALIVE = "imok";

    private ZookeeperQuestion() {}

    static Conversation srvr(Endpoint endpoint) {
        return word(endpoint, "srvr");
    }

    static Conversation ruok(Endpoint endpoint) {
        return word(endpoint, "ruok");
    }

    static Dissector reader(Opening opening) {
        return new ZookeeperDissector();
    }

    private static Conversation word(Endpoint endpoint, String word) {
        return Script.of(endpoint, ZookeeperQuestion::reader)
                .says(word.getBytes(US_ASCII), ZookeeperQuestion::answer)
                .build();
    }

    private static long answer(ByteView unread) {
        if (unread.u8(0) == 0 || ZookeeperOpening.speaker(unread) == Speaker.NOBODY) {
            return MessageGrammar.BROKEN;
        }
        int known = Math.min(unread.length(), ALIVE.length());
        boolean alive = unread.ascii(0, known).equals(ALIVE);
        return alive ? ALIVE.length() : TextAnswer.line(unread);
    }
}
