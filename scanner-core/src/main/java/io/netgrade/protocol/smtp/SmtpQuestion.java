// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;

/** What a server is asked: its extensions (EHLO, RFC 5321 4.1.1.1), and TLS (STARTTLS, RFC 3207 4). */
final class SmtpQuestion {
    /** A name that no host has (RFC 2606 2): a client that has none of its own must say one (RFC 5321 4.1.4). */
    private static final byte[] EHLO = line("EHLO netgrade.invalid");

    private static final byte[] QUIT = line("QUIT");

    private SmtpQuestion() {}

    static Conversation inClear(Endpoint endpoint) {
        return Script.of(endpoint, SmtpQuestion::reader)
                .hears(SmtpQuestion::greeting)
                .says(EHLO, TextAnswer::numbered)
                .parts(QUIT)
                .build();
    }

    /** EHLO comes first: who has not said it may be refused (RFC 5321 4.1.4). */
    static Conversation startTls() {
        return Script.toTls(SmtpQuestion::reader)
                .hears(SmtpQuestion::greeting)
                .says(EHLO, TextAnswer::numbered)
                .says(line("STARTTLS"), TextAnswer::numbered)
                .parts(QUIT)
                .build();
    }

    /** Behind STARTTLS the server says no greeting, and forgets what was said before it (RFC 3207 4.2). */
    static Conversation insideTls(Endpoint endpoint) {
        return Script.of(endpoint, SmtpQuestion::reader)
                .says(EHLO, TextAnswer::numbered)
                .parts(QUIT)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new LineDissector(new SmtpSession());
    }

    /** FTP and NNTP greet with the same numbers. */
    private static long greeting(ByteView unread) {
        long length = TextAnswer.numbered(unread);
        boolean others = length > 0 && SmtpRecognition.speaker(unread) == Speaker.NOBODY;
        return others ? MessageGrammar.BROKEN : length;
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(US_ASCII);
    }
}
