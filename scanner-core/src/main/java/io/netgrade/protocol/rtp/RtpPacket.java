// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * The header of a packet (RFC 3550 §5.1).
 *
 * <pre>
 * V(2)=2 P X CC(4) | M PT(7) | sequence(16) | timestamp(32) | SSRC(32) | CSRC(32) for each of CC | [extension]
 * </pre>
 */
final class RtpPacket {
    static final int HEADER = 12;
    static final int FRAME = 2;
    private static final int PADDING = 0x20;
    private static final int EXTENSION = 0x10;
    private static final int MOST_CSRC = 4;
    private static final int LONGEST_FRAME = 1500;

    /** Version 2 and not too many contributors. */
    static final Octets DATAGRAMS = Octets.where(first -> first >> 6 == 2 && (first & 0x0F) <= MOST_CSRC);

    /** The upper half of a frame's length. */
    static final Octets STREAMS = Octets.between(0, LONGEST_FRAME >> 8);

    private RtpPacket() {}

    static int type(ByteView packet, int at) {
        return packet.u8(at + 1) & 0x7F;
    }

    static int sequence(ByteView packet, int at) {
        return packet.u16(at + 2);
    }

    static int timestamp(ByteView packet, int at) {
        return packet.i32(at + 4);
    }

    static int source(ByteView packet, int at) {
        return packet.i32(at + 8);
    }

    /** Octets of payload in {@code length} octets from {@code at}, padding left out; -1 where they are no packet. */
    static int payload(ByteView bytes, int at, int length) {
        if (length <= HEADER
                || bytes.length() - at < length
                || (bytes.u8(at) & 0xC0) != 0x80
                || !assigned(type(bytes, at))) {
            return -1;
        }
        int contributors = bytes.u8(at) & 0x0F;
        int header = HEADER + 4 * contributors;
        if ((bytes.u8(at) & EXTENSION) != 0) {
            header += length < header + 4 ? length : 4 + 4 * bytes.u16(at + header + 2);
        }
        int padding = (bytes.u8(at) & PADDING) == 0 ? 0 : bytes.u8(at + length - 1);
        // Frames of a stream bind more, and senders of one source only leave it zero there.
        boolean sound = contributors <= MOST_CSRC && (source(bytes, at) != 0 || at > 0);
        return sound && length - header > padding ? length - header - padding : -1;
    }

    /** Assigned payload types, and those of the dynamic ranges; what RTCP could be mistaken for is not (RFC 5761 §4). */
    private static boolean assigned(int type) {
        return type <= 18 || (type >= 25 && type <= 63) || type >= 96;
    }

    static Speaker datagramSpeaker(ByteView said) {
        return payload(said, 0, said.length()) < 0 ? Speaker.NOBODY : Speaker.PEER;
    }

    /** A stream must begin with two frames that follow each other. */
    static Speaker streamSpeaker(ByteView said) {
        if (!STREAMS.has(said.u8(0))) {
            return Speaker.NOBODY;
        }
        if (said.length() < FRAME + HEADER) {
            return said.length() <= FRAME || (said.u8(FRAME) & 0xC0) == 0x80 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int first = said.u16(0);
        if (first <= HEADER
                || first > LONGEST_FRAME
                || (said.u8(FRAME) & 0xC0) != 0x80
                || !assigned(type(said, FRAME))) {
            return Speaker.NOBODY;
        }
        int second = FRAME + first;
        if (said.length() < second + FRAME + HEADER + 1) {
            return Speaker.UNFINISHED;
        }
        boolean follows = payload(said, FRAME, first) >= 0
                && said.u16(second) > HEADER
                && (said.u8(second + FRAME) & 0xC0) == 0x80
                && source(said, second + FRAME) == source(said, FRAME)
                && sequence(said, second + FRAME) == (sequence(said, FRAME) + 1 & 0xFFFF);
        return follows ? Speaker.PEER : Speaker.NOBODY;
    }
}
