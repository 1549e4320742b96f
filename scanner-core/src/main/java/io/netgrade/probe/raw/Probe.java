// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/** What is sent over one transport to learn whether a port is open, and what its answers mean. Made of bytes alone. */
interface Probe {
    /** The IP protocol number. */
    int protocol();

    Transport transport();

    /** Bytes of the transport's header and all behind it. */
    int length();

    /**
     * Writes it, with its checksum.
     *
     * @param at where the transport begins in the bytes, which are in network order
     * @param sum of the pseudo-header, in which the transport's length is {@link #length}
     */
    void write(ByteBuffer bytes, int at, int sourcePort, int port, int number, long sum);

    /**
     * What an answer says, whose addresses and ports are those of a probe.
     *
     * @param number that the probe carried
     * @return {@link Finding#SILENT} where it answers no probe
     */
    Finding meaning(Packet answer, Packet.Kind kind, int number);

    /** Whether a packet that ICMP quotes, from its transport's first byte on, is a probe that carried the number. */
    boolean quoted(ByteView transport, int number);

    /** What ends that which an open port's answer has begun, as {@link #meaning} was told of it. */
    Farewell farewell(Packet answer, Spot target);
}
