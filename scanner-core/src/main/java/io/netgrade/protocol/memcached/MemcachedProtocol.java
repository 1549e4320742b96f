// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.TextAnswer;

/** Memcached. */
public final class MemcachedProtocol {
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
                .sends("\"version\" and \"stats\" of the text protocol, then \"quit\". Nothing over UDP.")
                .asks(Transport.TCP, "memcached.version", MemcachedProtocol::question)
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MemcachedDissector(opening.transport(), opening.initiatorKnown());
    }

    /** A server that wants a log-in tells its version to everybody, and refuses its statistics. */
    private static Conversation question(Endpoint endpoint) {
        return Script.of(endpoint, MemcachedProtocol::reader)
                .says("version\r\n".getBytes(US_ASCII), TextAnswer::line)
                .says("stats\r\n".getBytes(US_ASCII), TextAnswer::line)
                .parts("quit\r\n".getBytes(US_ASCII))
                .build();
    }
}
