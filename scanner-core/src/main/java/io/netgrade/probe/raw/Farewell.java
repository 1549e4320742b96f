// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.nio.ByteBuffer;

/** A packet that ends what an open port's answer has begun, so that nothing is left half open. */
final class Farewell {
    private final Spot target;
    private final byte[] transport;
    private final int checksumAt;

    /**
     * @param transport the transport's header and all behind it, its checksum over all but the pseudo-header
     * @param checksumAt where that checksum stands; -1 where the transport's covers no pseudo-header
     */
    Farewell(Spot target, byte[] transport, int checksumAt) {
        this.target = target;
        this.transport = transport;
        this.checksumAt = checksumAt;
    }

    Spot target() {
        return target;
    }

    /** Writes it as {@link Probe#write} does. */
    void write(ByteBuffer bytes, int at, long sum) {
        for (int i = 0; i < transport.length; i++) {
            bytes.put(at + i, transport[i]);
        }
        if (checksumAt >= 0) {
            bytes.putShort(at + checksumAt, Checksum.of(sum + Checksum.sum(bytes, at, transport.length)));
        }
    }

    int length() {
        return transport.length;
    }
}
