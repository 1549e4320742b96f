// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;

/**
 * A PFCP entity that knows no association: what 3GPP TS 29.244 has it do with a heartbeat (6.2.2, 7.4.2), with another
 * version (7.4.4.7) and with what is broken (7.6).
 */
public final class PfcpNode implements Spoken {
    /** When it was started, which it tells. */
    public static final Instant STARTED = Instant.parse("2026-03-01T04:05:06Z");

    private static final long NTP_TO_UNIX = 2_208_988_800L;
    private static final int RECOVERY_TIME_STAMP = 96;
    private static final int SOURCE_ADDRESS = 192;

    private final Set<InetAddress> peers;

    private PfcpNode(Set<InetAddress> peers) {
        this.peers = Set.copyOf(peers);
    }

    /** As the document has it: a heartbeat is answered whoever asks. */
    public static PfcpNode open() {
        return new PfcpNode(Set.of());
    }

    /** Behind the filter of its own that TS 33.117 4.2.6.2.1 asks for: what other addresses send is dropped. */
    public static PfcpNode forPeers(InetAddress... peers) {
        return new PfcpNode(Set.of(peers));
    }

    @Override
    public int length(ByteBuffer said) {
        throw new Breach("TS 29.244 4.1: PFCP runs over UDP");
    }

    @Override
    public Turn answer(ByteBuffer message, InetSocketAddress asker) {
        if (!peers.isEmpty() && !peers.contains(asker.getAddress())) {
            return Turn.SILENCE;
        }
        Breach.unless(message.remaining() >= 8, "7.2.2.1: a header has eight octets at least");
        int first = message.get() & 0xFF;
        int type = message.get() & 0xFF;
        int length = message.getShort() & 0xFFFF;
        int numbered = message.getInt();
        Breach.unless(
                first >> 5 == 1,
                "7.2.2.1: the version is 1",
                Turn.saying(response(11, numbered, 0).array()));
        Breach.unless(
                (first & 0x1F) == 0, "7.2.2.2: a node's message has no SEID, no priority, no follower, no spare bit");
        Breach.unless(length == message.remaining() + 4, "7.2.2.1: the length counts all behind the first four octets");
        Breach.unless((numbered & 0xFF) == 0, "7.2.2.2: the octet behind the sequence number is spare");
        Breach.unless(type == 1, "6.2.6: who has no association may ask for a heartbeat only");
        heartbeat(message);
        return Turn.saying(response(2, numbered, 8)
                .putShort((short) RECOVERY_TIME_STAMP)
                .putShort((short) 4)
                .putInt((int) (STARTED.getEpochSecond() + NTP_TO_UNIX))
                .array());
    }

    private static void heartbeat(ByteBuffer elements) {
        boolean stamped = false;
        while (elements.hasRemaining()) {
            Breach.unless(elements.remaining() >= 4, "8.1.1: an element has a type and a length");
            int type = elements.getShort() & 0xFFFF;
            int length = elements.getShort() & 0xFFFF;
            Breach.unless(length <= elements.remaining(), "8.1.1: an element ends within its message");
            Breach.unless(type == RECOVERY_TIME_STAMP || type == SOURCE_ADDRESS, "table 7.4.2.1-1: no other element");
            Breach.unless(type != RECOVERY_TIME_STAMP || (length == 4 && !stamped), "8.2.65: one stamp of four octets");
            stamped |= type == RECOVERY_TIME_STAMP;
            elements.position(elements.position() + length);
        }
        Breach.unless(stamped, "table 7.4.2.1-1: the Recovery Time Stamp is mandatory");
    }

    private static ByteBuffer response(int type, int numbered, int body) {
        return ByteBuffer.allocate(8 + body)
                .put((byte) 0x20)
                .put((byte) type)
                .putShort((short) (4 + body))
                .putInt(numbered & 0xFFFFFF00);
    }
}
