// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsync;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;

/** What a daemon is asked: its list of modules (rsync's clientserver protocol). No module is named, as to open one may run
 * commands of the operator's.
 */
final class RsyncQuestion {
    private static final byte[] LIST = "@RSYNCD: 31.0\n#list\n".getBytes(US_ASCII);

    private RsyncQuestion() {}

    static Conversation modules(Endpoint endpoint) {
        return Script.of(endpoint, RsyncQuestion::reader)
                .hears(RsyncQuestion::greeting)
                .says(LIST, unread -> TextAnswer.until(unread, RsyncQuestion::isLast))
                .build();
    }

    static Dissector reader(Opening opening) {
        return new LineDissector(new RsyncSession());
    }

    private static long greeting(ByteView unread) {
        boolean rsync = RsyncProtocol.GREETING.at(unread, 0) || RsyncProtocol.GREETING.mayBegin(unread);
        return rsync ? TextAnswer.line(unread) : MessageGrammar.BROKEN;
    }

    private static boolean isLast(String line) {
        return line.equals("@RSYNCD: EXIT") || line.startsWith("@ERROR");
    }
}
