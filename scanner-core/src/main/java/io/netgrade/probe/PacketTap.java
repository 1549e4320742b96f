// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.time.Instant;

/**
 * Is shown what a run sends and receives, as IP packets. Where the kernel makes the packets of a connection, their headers
 * are put together from what is known of it: addresses, ports, bytes in their order, and moments are true; sequence numbers
 * begin anywhere, data is cut as it was written and read, and what the kernel sends by itself (acknowledgments,
 * retransmissions) is not there.
 */
@FunctionalInterface
public interface PacketTap {
    /** Looks at nothing. */
    PacketTap NONE = (packet, time) -> {};

    /**
     * Called in the order of the moments, by one thread at a time; must not block for long.
     *
     * @param packet an IPv4 or IPv6 packet, whole; not changed afterwards
     * @param time when it was sent or received
     */
    void packet(byte[] packet, Instant time);
}
