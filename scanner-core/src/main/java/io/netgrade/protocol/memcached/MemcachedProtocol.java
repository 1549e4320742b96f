// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

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
                .readBy(opening -> new MemcachedDissector(opening.transport(), opening.initiatorKnown()))
                .build();
    }
}
