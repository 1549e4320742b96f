// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A charging gateway that speaks GTP′ version 2 over UDP and TCP: 3GPP TS 32.295 6.1 for the header, 6.2.2 and TS 29.060 7.2
 * for echoes, 6.2.3 for other versions.
 */
public final class ChargingGateway implements Spoken {
    private static final int HEADER = 6;
    private static final int ECHO = 1;

    private final Set<InetAddress> nodes;

    private ChargingGateway(Set<InetAddress> nodes) {
        this.nodes = Set.copyOf(nodes);
    }

    public static ChargingGateway open() {
        return new ChargingGateway(Set.of());
    }

    /** Answers the nodes that it charges for, and drops what others send. */
    public static ChargingGateway forNodes(InetAddress... nodes) {
        return new ChargingGateway(Set.of(nodes));
    }

    @Override
    public int length(ByteBuffer said) {
        if (said.remaining() < HEADER) {
            return 0;
        }
        int length = HEADER + (said.getShort(2) & 0xFFFF);
        Breach.unless(length <= LONGEST, "6.1: no message of a node that transfers nothing is so long");
        return length;
    }

    @Override
    public Turn answer(ByteBuffer message, InetSocketAddress asker) {
        if (!nodes.isEmpty() && !nodes.contains(asker.getAddress())) {
            return Turn.LEAVING;
        }
        Breach.unless(message.remaining() >= HEADER, "6.1: a header has six octets", Turn.LEAVING);
        int first = message.get() & 0xFF;
        int type = message.get() & 0xFF;
        int length = message.getShort() & 0xFFFF;
        short sequence = message.getShort();
        Breach.unless((first & 0x10) == 0, "6.1: the protocol type is 0, GTP′", Turn.LEAVING);
        Turn unsupported = Turn.saying(response(3, 0, sequence).array());
        Breach.unless(first >> 5 == 2, "6.2.3: the version is 2", unsupported);
        Breach.unless((first & 0x0F) == 0x0E, "6.1: three spare bits are set, and the last one is not");
        Breach.unless(length == message.remaining(), "6.1: the length counts all behind the header");
        Breach.unless(type == ECHO, "6.2.1: who does not charge here asks for no more than an echo");
        Breach.unless(!message.hasRemaining(), "29.060 7.2.1: an Echo Request has no element but a private one");
        return Turn.saying(response(2, 2, sequence).put((byte) 14).put((byte) 3).array());
    }

    private static ByteBuffer response(int type, int body, short sequence) {
        return ByteBuffer.allocate(HEADER + body)
                .put((byte) 0x4E)
                .put((byte) type)
                .putShort((short) body)
                .putShort(sequence);
    }
}
