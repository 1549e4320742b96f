// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.irc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;
import java.util.Set;

/** What a server is asked without registering: its capabilities (IRCv3, CAP LS), and TLS (IRCv3, STARTTLS). */
final class IrcQuestion {
    private static final byte[] QUIT = line("QUIT");
    /** ERR_UNKNOWNCOMMAND, ERR_NOTREGISTERED (RFC 2812 5.2), RPL_STARTTLS, ERR_STARTTLS. */
    private static final Set<String> ENDS = Set.of("421", "451", "670", "691");

    /** Of what a server says without its name before it. */
    private static final Words FIRST_WORDS = Words.of("notice ", "error ", "cap ");

    private IrcQuestion() {}

    static Conversation capabilities(Endpoint endpoint) {
        return Script.of(endpoint, IrcQuestion::reader)
                .says(line("CAP LS"), IrcQuestion::answer)
                .parts(QUIT)
                .build();
    }

    static Conversation startTls() {
        return Script.toTls(IrcQuestion::reader)
                .says(line("STARTTLS"), IrcQuestion::answer)
                .parts(QUIT)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new IrcDissector();
    }

    /** Servers say notices of their own before it. */
    private static long answer(ByteView unread) {
        boolean server = unread.u8(0) == ':' || FIRST_WORDS.at(unread, 0) || FIRST_WORDS.mayBegin(unread);
        return server ? TextAnswer.until(unread, IrcQuestion::isLast) : MessageGrammar.BROKEN;
    }

    private static boolean isLast(String line) {
        String[] words = line.split(" ", 6);
        boolean listed =
                words.length > 4 && words[1].equals("CAP") && words[3].equals("LS") && words[4].startsWith(":");
        return listed || line.startsWith("ERROR ") || (words.length > 1 && ENDS.contains(words[1]));
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(US_ASCII);
    }
}
