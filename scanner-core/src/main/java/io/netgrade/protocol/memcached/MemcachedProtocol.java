// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** Memcached. */
public final class MemcachedProtocol {
    /** Of request 1: the first datagram of one (protocol.txt, UDP protocol). */
    private static final String FRAME = "\0\1\0\0\0\1\0\0";

    private static final Words ANSWERS = Words.of("version ", "error\r\n", "client_error ", "server_error ");

    private MemcachedProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("memcached", "Memcached")
                .ports(Transport.TCP, 11211)
                .ports(Transport.UDP, 11211)
                .begins(Transport.TCP, MemcachedRecognition.BEGINNINGS)
                .facts(MemcachedFacts.SERVICE, MemcachedFacts.AUTHENTICATION, CommonFacts.SOFTWARE)
                .checks(MemcachedFacts.CHECKS)
                .recognisedBy(MemcachedRecognition::of)
                .readBy(MemcachedProtocol::reader)
                .sends("\"version\" and \"stats\" of the text protocol, then \"quit\"; over UDP \"version\" alone,"
                        + " whose answer is hardly longer than the question.")
                .asks(Transport.TCP, "memcached.version", MemcachedProtocol::question)
                .asks(Transport.UDP, "memcached.version", MemcachedProtocol::datagram)
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MemcachedDissector(opening.transport(), opening.initiatorKnown());
    }

    /** A server that wants a log-in tells its version to everybody, and refuses its statistics. */
    private static Conversation question(Endpoint endpoint) {
        return Script.of(endpoint, MemcachedProtocol::reader)
                .says("version\r\n".getBytes(US_ASCII), MemcachedProtocol::line)
                .says("stats\r\n".getBytes(US_ASCII), TextAnswer::line)
                .parts("quit\r\n".getBytes(US_ASCII))
                .build();
    }

    /** A line that begins with one of the words that answer: whoever takes any line for a question answers this one too. */
    private static long line(ByteView unread) {
        long length = TextAnswer.line(unread);
        return length <= 0 || ANSWERS.at(unread, 0) ? length : MessageGrammar.BROKEN;
    }

    private static Conversation datagram(Endpoint endpoint) {
        return Script.of(endpoint, MemcachedProtocol::reader)
                .says((FRAME + "version\r\n").getBytes(US_ASCII), MemcachedProtocol::framed)
                .build();
    }

    /** The same frame, and one of the words that answer. */
    private static long framed(ByteView datagram) {
        boolean sound = datagram.length() > FRAME.length()
                && datagram.ascii(0, FRAME.length()).equals(FRAME)
                && ANSWERS.at(datagram, FRAME.length());
        return sound ? datagram.length() : MessageGrammar.BROKEN;
    }
}
