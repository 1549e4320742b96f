// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.wire.ByteView;

/**
 * The long header of one packet of a datagram (RFC 9000 §17.2), read in place; one object for all.
 *
 * <pre>
 * 0     1, fixed bit, kind (2 bits), 4 bits that are protected
 * 1..4  version
 * 5     length of the destination's connection id, that id, length of the source's, that id
 *       Initial: length of a token, the token
 *       Initial, 0-RTT and Handshake: length of what follows, packet number, payload
 * </pre>
 */
final class QuicPacket {
    /** What a packet is, by its first byte and its version. */
    enum Kind {
        HANDSHAKE,
        INITIAL,
        NEGOTIATION,
        RETRY,
        ZERO_RTT
    }

    private static final int LONGEST_ID = 20;
    /** Packet number and tag: less cannot be sampled (RFC 9001 §5.4.2). */
    private static final int LEAST_PAYLOAD = 20;
    /** The least that a datagram with an Initial packet of a client holds, in bytes (RFC 9000 §14.1). */
    private static final int LEAST_INITIAL = 1200;

    private static final Kind[] KINDS = {Kind.INITIAL, Kind.ZERO_RTT, Kind.HANDSHAKE, Kind.RETRY};

    private Kind kind = Kind.RETRY;
    private int at;
    private int version;
    private int destinationAt;
    private int destinationLength;
    private int tokenLength;
    private int numberAt;
    private int end;
    private int next;
    private long varint;

    /** Reads the header of the packet that begins there; false where none of a version that is known does. */
    boolean read(ByteView datagram, int from) {
        at = from;
        if (datagram.length() - from < 7 || (datagram.u8(from) & 0x80) == 0) {
            return false;
        }
        version = datagram.i32(from + 1);
        destinationLength = datagram.u8(from + 5);
        destinationAt = from + 6;
        int sourceAt = destinationAt + destinationLength + 1;
        if (destinationLength > LONGEST_ID || sourceAt > datagram.length()) {
            return false;
        }
        int sourceLength = datagram.u8(sourceAt - 1);
        next = sourceAt + sourceLength;
        if (sourceLength > LONGEST_ID || next > datagram.length()) {
            return false;
        }
        return version == QuicVersion.NEGOTIATION ? negotiation(datagram) : numbered(datagram);
    }

    private boolean negotiation(ByteView datagram) {
        kind = Kind.NEGOTIATION;
        numberAt = next;
        end = datagram.length();
        int listed = end - next;
        for (int place = next; listed % 4 == 0 && place < end; place += 4) {
            int one = datagram.i32(place);
            if (QuicVersion.isKnown(one) || QuicVersion.isGoogle(one)) {
                return listed > 0 && destinationLength + (numberAt - destinationAt - destinationLength) > 1;
            }
        }
        return false;
    }

    private boolean numbered(ByteView datagram) {
        boolean reserved = QuicVersion.isReserved(version) && at == 0 && datagram.length() >= LEAST_INITIAL;
        if ((datagram.u8(at) & 0x40) == 0 || !(QuicVersion.isKnown(version) || reserved)) {
            return false;
        }
        int bits = datagram.u8(at) >> 4 & 3;
        kind = KINDS[QuicVersion.isSecond(version) ? bits + 3 & 3 : bits];
        if (kind == Kind.RETRY) {
            end = datagram.length();
            return end - next > 16;
        }
        tokenLength = 0;
        if (kind == Kind.INITIAL) {
            if (!varint(datagram) || varint > datagram.length() - next) {
                return false;
            }
            tokenLength = (int) varint;
            next += tokenLength;
        }
        if (!varint(datagram) || varint < LEAST_PAYLOAD || varint > datagram.length() - next) {
            return false;
        }
        numberAt = next;
        end = next + (int) varint;
        return true;
    }

    private boolean varint(ByteView datagram) {
        int have = datagram.length() - next;
        int length = have < 1 ? 1 : 1 << (datagram.u8(next) >> 6);
        if (have < length) {
            return false;
        }
        varint = datagram.u8(next) & 0x3F;
        for (int i = 1; i < length; i++) {
            varint = varint << 8 | datagram.u8(next + i);
        }
        next += length;
        return true;
    }

    Kind kind() {
        return kind;
    }

    int version() {
        return version;
    }

    /** Where the packet begins in its datagram. */
    int from() {
        return at;
    }

    /** Where the packet number begins, or the list of versions. */
    int numberAt() {
        return numberAt;
    }

    /** Where the packet ends. */
    int end() {
        return end;
    }

    int tokenLength() {
        return tokenLength;
    }

    /** The connection id of the one whom the packet goes to, copied out. */
    byte[] destination(ByteView datagram) {
        return datagram.bytes(destinationAt, destinationLength);
    }
}
