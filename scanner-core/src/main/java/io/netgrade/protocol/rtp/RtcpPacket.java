// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The grammar of a compound packet (RFC 3550 §6.1), of one of reduced size (RFC 5506), and of both as SRTCP, in which all
 * is encrypted behind the first source (RFC 3711 §3.4), with the tag before the index where the cipher authenticates
 * (RFC 7714 §9).
 *
 * <pre>
 * V(2)=2 P count(5) | type(8) | length in words less one(16) | SSRC(32) …   [E index(31) | tag(80)]
 * </pre>
 */
final class RtcpPacket {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int BYE = 203;
    static final int APP = 204;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;
    static final int EXTENDED_REPORT = 207;
    private static final int LONGEST_INDEX = 1 << 20;
    private static final int SHORTEST = 8;
    private static final int[] TAGS = {10, 4};
    private static final int INDEX = 4;
    private static final int AEAD_TAG = 16;

    private RtcpPacket() {}

    static int type(ByteView bytes, int at) {
        return bytes.u8(at + 1);
    }

    /** Octets of the packet that begins at {@code at}; 0 where none does. */
    static int length(ByteView bytes, int at) {
        if (bytes.length() - at < SHORTEST || (bytes.u8(at) & 0xC0) != 0x80) {
            return 0;
        }
        int words = bytes.u16(at + 2);
        int count = bytes.u8(at) & 0x1F;
        boolean sound = switch (type(bytes, at)) {
            case SENDER_REPORT -> words >= 6 + 6 * count;
            case RECEIVER_REPORT -> words >= 1 + 6 * count;
            case SOURCE_DESCRIPTION -> words >= 2 * count;
            case BYE -> words >= count && count > 0;
            case APP, TRANSPORT_FEEDBACK -> words >= 2;
            case PAYLOAD_FEEDBACK -> words >= 2 && count > 0;
            case EXTENDED_REPORT -> words >= 1;
            default -> false;
        };
        return sound ? 4 + 4 * words : 0;
    }

    /** Whether packets in clear fill the datagram. */
    static boolean clear(ByteView bytes) {
        int at = 0;
        while (at < bytes.length()) {
            int length = length(bytes, at);
            if (length == 0 || length > bytes.length() - at) {
                return false;
            }
            at += length;
        }
        return at > 0;
    }

    /** Whether the datagram ends with an index that says it is encrypted, and a tag of a length in use. */
    static boolean encrypted(ByteView bytes) {
        int first = length(bytes, 0);
        if (first == 0 || !mayLead(type(bytes, 0))) {
            return false;
        }
        for (int tag : TAGS) {
            if (isIndex(bytes, bytes.length() - tag - INDEX, first)) {
                return true;
            }
        }
        return isIndex(bytes, bytes.length() - INDEX, first + AEAD_TAG);
    }

    /** @param least where it can stand at the earliest */
    private static boolean isIndex(ByteView bytes, int at, int least) {
        return at >= least && (at & 3) == 0 && sound(bytes.i32(at));
    }

    private static boolean mayLead(int type) {
        return type <= RECEIVER_REPORT || type >= TRANSPORT_FEEDBACK;
    }

    private static boolean sound(int index) {
        return index < 0 && (index & Integer.MAX_VALUE) < LONGEST_INDEX;
    }

    static Speaker speaker(ByteView said) {
        return clear(said) || encrypted(said) ? Speaker.PEER : Speaker.NOBODY;
    }

    static String name(int type) {
        return switch (type) {
            case SENDER_REPORT -> "sender-report";
            case RECEIVER_REPORT -> "receiver-report";
            case SOURCE_DESCRIPTION -> "source-description";
            case BYE -> "bye";
            case APP -> "app";
            case TRANSPORT_FEEDBACK -> "transport-feedback";
            case PAYLOAD_FEEDBACK -> "payload-feedback";
            default -> "extended-report";
        };
    }
}
