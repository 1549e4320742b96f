// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;

/** What a server is asked: its capabilities (CAPA, RFC 2449 5), and TLS (STLS, RFC 2595 4). */
final class Pop3Question {
    private static final byte[] CAPA = line("CAPA");
    private static final byte[] QUIT = line("QUIT");

    private Pop3Question() {}

    static Conversation inClear(Endpoint endpoint) {
        return Script.of(endpoint, Pop3Question::reader)
                .hears(TextAnswer::line)
                .says(CAPA, Pop3Question::listing)
                .parts(QUIT)
                .build();
    }

    static Conversation startTls() {
        return Script.toTls(Pop3Question::reader)
                .hears(TextAnswer::line)
                .says(line("STLS"), TextAnswer::line)
                .parts(QUIT)
                .build();
    }

    /** Behind STLS the server says no greeting. */
    static Conversation insideTls(Endpoint endpoint) {
        return Script.of(endpoint, Pop3Question::reader)
                .says(CAPA, Pop3Question::listing)
                .parts(QUIT)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new LineDissector(new Pop3Session(opening.initiatorKnown()));
    }

    private static long listing(ByteView unread) {
        return TextAnswer.dotted(unread, "+OK");
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(US_ASCII);
    }
}
