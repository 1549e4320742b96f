// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;

/** What a server is asked: its capabilities (RFC 3977 5.2), and TLS (STARTTLS, RFC 4642 2.2). */
final class NntpQuestion {
    private static final byte[] CAPABILITIES = line("CAPABILITIES");
    private static final byte[] QUIT = line("QUIT");

    private NntpQuestion() {}

    static Conversation inClear(Endpoint endpoint) {
        return Script.of(endpoint, NntpQuestion::reader)
                .hears(TextAnswer::numbered)
                .says(CAPABILITIES, NntpQuestion::listing)
                .parts(QUIT)
                .build();
    }

    static Conversation startTls() {
        return Script.toTls(NntpQuestion::reader)
                .hears(TextAnswer::numbered)
                .says(line("STARTTLS"), TextAnswer::numbered)
                .parts(QUIT)
                .build();
    }

    /** Behind STARTTLS the server says no greeting (RFC 4642 2.2.2). */
    static Conversation insideTls(Endpoint endpoint) {
        return Script.of(endpoint, NntpQuestion::reader)
                .says(CAPABILITIES, NntpQuestion::listing)
                .parts(QUIT)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new LineDissector(new NntpSession(opening.initiatorKnown()));
    }

    private static long listing(ByteView unread) {
        return TextAnswer.dotted(unread, "101");
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(US_ASCII);
    }
}
