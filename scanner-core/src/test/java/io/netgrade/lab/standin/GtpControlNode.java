// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A node of the GTP control plane on the path to nobody: echoes of version 2 (3GPP TS 29.274 5.5.1, 7.1) and, where it is
 * old enough, of version 1 (TS 29.060 6, 7.2); what it does not speak it answers with Version Not Supported (TS 29.274 7.7.2).
 */
public final class GtpControlNode implements Spoken {
    /** The restart counter that it tells. */
    public static final int RESTARTS = 17;

    private static final int ECHO = 1;
    private static final int ECHOED = 2;
    private static final int VERSION_NOT_SUPPORTED = 3;

    private final boolean old;
    private final Set<InetAddress> peers;

    private GtpControlNode(boolean old, Set<InetAddress> peers) {
        this.old = old;
        this.peers = Set.copyOf(peers);
    }

    /** Version 2 alone, for whoever asks. */
    public static GtpControlNode today() {
        return new GtpControlNode(false, Set.of());
    }

    /** Version 1 as well. */
    public static GtpControlNode old() {
        return new GtpControlNode(true, Set.of());
    }

    /** Version 2 behind the filter of TS 33.117 4.2.6.2.3, which drops what other addresses send. */
    public static GtpControlNode forPeers(InetAddress... peers) {
        return new GtpControlNode(false, Set.of(peers));
    }

    @Override
    public int length(ByteBuffer said) {
        throw new Breach("TS 29.274 4.2: GTP-C runs over UDP");
    }

    @Override
    public Turn answer(ByteBuffer message, InetSocketAddress asker) {
        if (!peers.isEmpty() && !peers.contains(asker.getAddress())) {
            return Turn.SILENCE;
        }
        Breach.unless(message.remaining() >= 8, "5.1: a header has eight octets at least");
        Turn unsupported = Turn.saying(response(VERSION_NOT_SUPPORTED, 0, 0).array());
        int version = (message.get(0) & 0xFF) >> 5;
        Breach.unless(version == 1 || version == 2, "5.1: the version is 2, or 1", unsupported);
        if (version == 2) {
            return version2(message);
        }
        Turn echoed = version1(message);
        return old ? echoed : unsupported;
    }

    private static Turn version2(ByteBuffer message) {
        int first = message.get() & 0xFF;
        int type = message.get() & 0xFF;
        int length = message.getShort() & 0xFFFF;
        int numbered = message.getInt();
        Breach.unless(
                (first & 0x1F) == 0, "5.5.1: an echo has no TEID, no piggybacked message, no priority, no spare bit");
        Breach.unless(length == message.remaining() + 4, "5.5.1: the length counts all behind the first four octets");
        Breach.unless((numbered & 0xFF) == 0, "5.5.1: the octet behind the sequence number is spare");
        Breach.unless(type == ECHO, "7.1.1: on no path more than an echo is asked");
        Breach.unless(message.remaining() == 5, "table 7.1.1-1: Recovery, and nothing else that is asked for");
        boolean recovery = message.get() == 3 && message.getShort() == 1 && message.get() == 0;
        Breach.unless(recovery, "8.5: Recovery has type 3, one octet, instance 0");
        return Turn.saying(response(ECHOED, numbered, 5)
                .put(new byte[] {3, 0, 1, 0, RESTARTS})
                .array());
    }

    private static Turn version1(ByteBuffer message) {
        Breach.unless(message.remaining() == 12, "29.060 table 7.2.1: an Echo Request has nothing behind its header");
        Breach.unless(message.get() == 0x32, "29.060 6: version 1, GTP, with a sequence number alone");
        Breach.unless(message.get() == ECHO, "29.060 7.2.1: on no path more than an echo is asked");
        Breach.unless(message.getShort() == 4, "29.060 6: the length counts all behind the first eight octets");
        Breach.unless(message.getInt() == 0, "29.060 6: an echo has the TEID 0");
        short sequence = message.getShort();
        Breach.unless(message.getShort() == 0, "29.060 6: no N-PDU number and no extension header");
        return Turn.saying(ByteBuffer.allocate(14)
                .put(new byte[] {0x32, ECHOED, 0, 6, 0, 0, 0, 0})
                .putShort(sequence)
                .putShort((short) 0)
                .put(new byte[] {14, RESTARTS})
                .array());
    }

    private static ByteBuffer response(int type, int numbered, int body) {
        return ByteBuffer.allocate(8 + body)
                .put((byte) 0x40)
                .put((byte) type)
                .putShort((short) (4 + body))
                .putInt(numbered);
    }
}
