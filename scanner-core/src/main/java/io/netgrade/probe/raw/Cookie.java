// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.probe.SipHash;
import java.security.SecureRandom;

/**
 * What a probe carries so that its answer is known without being awaited: a number of 64 bits that only we can make, out of
 * both addresses and the port. Its upper half chooses the source port, its lower half is the first sequence number (TCP)
 * or the initiate tag (SCTP), which the answer brings back.
 */
final class Cookie {
    private final SipHash hash;
    private final SourcePorts sources;

    Cookie(SipHash hash, SourcePorts sources) {
        this.hash = hash;
        this.sources = sources;
    }

    /** With a key that nobody has but this run. */
    static Cookie random(SourcePorts sources) {
        SecureRandom random = new SecureRandom();
        return new Cookie(new SipHash(random.nextLong(), random.nextLong()), sources);
    }

    long of(Spot target, long sourceHigh, long sourceLow) {
        return target.ipv6
                ? hash.of(target.high, target.low, sourceHigh, sourceLow, target.port)
                : hash.of(target.low << 16 | target.port, sourceLow);
    }

    int sourcePort(long cookie) {
        return sources.first() + (int) ((cookie >>> 32) % sources.count());
    }

    /** Never 0, which is no initiate tag (RFC 9260 section 3.3.2). */
    static int number(long cookie) {
        return (int) cookie == 0 ? 1 : (int) cookie;
    }
}
