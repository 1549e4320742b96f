// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.endpoint.Transport;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;

/** Where one message ends: with its datagram, or in a stream with the outermost value (RFC 3430 §2.1). */
final class SnmpFrame {
    /** The length of what these bytes begin is not sound. */
    static final int BROKEN = -1;

    private static final int LONGEST_MESSAGE = 0xFFFF;

    private SnmpFrame() {}

    /** Octets of the next message, 0 where it is not there whole yet, or {@link #BROKEN}. */
    static int length(Transport transport, ByteView bytes) {
        if (transport == Transport.UDP) {
            return bytes.length();
        }
        if (bytes.length() > 0 && bytes.u8(0) != Ber.SEQUENCE) {
            return BROKEN;
        }
        long size = Ber.size(bytes, 0);
        if (size < 0 || size > LONGEST_MESSAGE) {
            return BROKEN;
        }
        return size <= bytes.length() ? (int) size : 0;
    }

    /** Whether a stream that begins so may still become a message: SEQUENCE, its length, a version. */
    static boolean plausible(ByteView bytes) {
        if (length(Transport.TCP, bytes) == BROKEN) {
            return false;
        }
        if (bytes.length() < 2) {
            return true;
        }
        int at = bytes.u8(1) < 0x80 ? 2 : 2 + (bytes.u8(1) & 0x7F);
        return octet(bytes, at, Ber.INTEGER, Ber.INTEGER)
                && octet(bytes, at + 1, 1, 1)
                && octet(bytes, at + 2, SnmpMessage.V1, SnmpMessage.V3)
                && (octet(bytes, at + 3, Ber.OCTET_STRING, Ber.OCTET_STRING)
                        || octet(bytes, at + 3, Ber.SEQUENCE, Ber.SEQUENCE));
    }

    private static boolean octet(ByteView bytes, int at, int from, int to) {
        return at >= bytes.length() || (bytes.u8(at) >= from && bytes.u8(at) <= to);
    }
}
