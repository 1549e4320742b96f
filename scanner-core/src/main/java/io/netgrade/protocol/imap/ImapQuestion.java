// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;

/** What a server is asked: its capabilities (RFC 9051 6.1.1), its name (RFC 2971 3.1), and TLS (RFC 9051 6.2.1). */
final class ImapQuestion {
    private static final byte[] LOGOUT = line("a9 LOGOUT");

    private ImapQuestion() {}

    static Conversation inClear(Endpoint endpoint) {
        return capability(Script.of(endpoint, ImapQuestion::reader).hears(TextAnswer::line))
                .says(line("a2 ID NIL"), unread -> TextAnswer.tagged(unread, "a2"))
                .build();
    }

    static Conversation startTls() {
        return Script.toTls(ImapQuestion::reader)
                .hears(TextAnswer::line)
                .says(line("a1 STARTTLS"), unread -> TextAnswer.tagged(unread, "a1"))
                .parts(LOGOUT)
                .build();
    }

    /** Behind STARTTLS the server says no greeting, and what it said before it counts no more (RFC 9051 6.2.1). */
    static Conversation insideTls(Endpoint endpoint) {
        return capability(Script.of(endpoint, ImapQuestion::reader)).build();
    }

    static Dissector reader(Opening opening) {
        return new LineDissector(new ImapSession(opening.initiatorKnown()));
    }

    private static Script.Builder capability(Script.Builder begun) {
        return begun.says(line("a1 CAPABILITY"), unread -> TextAnswer.tagged(unread, "a1"))
                .parts(LOGOUT);
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(US_ASCII);
    }
}
