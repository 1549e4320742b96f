// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * A message, read in place: an application tag, a SEQUENCE, and fields with tags of their own. In a stream four octets of
 * length go before (RFC 4120 7.2.2).
 */
final class KerberosMessage {
    static final int AS_REQUEST = 0x6A;
    static final int AS_REPLY = 0x6B;
    static final int TGS_REQUEST = 0x6C;
    static final int TGS_REPLY = 0x6D;
    static final int ERROR = 0x7E;
    static final int LONGEST = 1 << 17;

    /** Of a datagram; in a stream the length stands before. */
    static final Octets BEGINNINGS = Octets.of(AS_REQUEST, AS_REPLY, TGS_REQUEST, TGS_REPLY, ERROR);

    private static final int FIELD = 0xA0;
    private static final int VERSION = 5;

    private KerberosMessage() {}

    static Speaker inStream(ByteView bytes) {
        if (bytes.u8(0) != 0) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < 5) {
            return bytes.length() < 4 || bytes.u32(0) <= LONGEST ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        long length = bytes.u32(0);
        return length <= LONGEST ? speaker(bytes, 4, length) : Speaker.NOBODY;
    }

    static Speaker inDatagram(ByteView bytes) {
        return speaker(bytes, 0, bytes.length());
    }

    private static Speaker speaker(ByteView bytes, int at, long length) {
        Speaker speaker = switch (bytes.u8(at)) {
            case AS_REQUEST, TGS_REQUEST -> Speaker.CLIENT;
            case AS_REPLY, TGS_REPLY, ERROR -> Speaker.SERVER;
            default -> Speaker.NOBODY;
        };
        if (speaker == Speaker.NOBODY || bytes.length() < at + Math.min(length, 24)) {
            return speaker == Speaker.NOBODY ? speaker : Speaker.UNFINISHED;
        }
        int sequence = inner(bytes, at);
        int first = sequence < bytes.length() && bytes.u8(sequence) == Ber.SEQUENCE ? inner(bytes, sequence) : -1;
        boolean whole = Ber.size(bytes, at) == length;
        boolean asks = speaker == Speaker.CLIENT;
        int type = bytes.u8(at) & 0x1F;
        boolean fields = first > 0
                && isSmall(bytes, first, FIELD + (asks ? 1 : 0), VERSION)
                && isSmall(bytes, first + 5, FIELD + (asks ? 2 : 1), type);
        return whole && fields ? speaker : Speaker.NOBODY;
    }

    /** Where the contents of the value at a place begin. */
    private static int inner(ByteView bytes, int at) {
        int length = at + 1 < bytes.length() ? bytes.u8(at + 1) : 0;
        return at + 2 + (length < 0x80 ? 0 : length & 0x7F);
    }

    /** Whether a field with a number of one octet stands at a place. */
    private static boolean isSmall(ByteView bytes, int at, int tag, int number) {
        return at + 5 <= bytes.length()
                && bytes.u8(at) == tag
                && bytes.u8(at + 1) == 3
                && bytes.u8(at + 2) == Ber.INTEGER
                && bytes.u8(at + 3) == 1
                && bytes.u8(at + 4) == number;
    }

    /** The contents of field {@code [number]} among those of a span, or NONE. */
    static long field(ByteView bytes, long among, int number) {
        int at = Ber.start(among);
        while (among != Ber.NONE && at < Ber.end(among)) {
            long value = Ber.span(bytes, at, Ber.end(among));
            if (value == Ber.NONE) {
                return Ber.NONE;
            }
            if (bytes.u8(at) == FIELD + number) {
                return value;
            }
            at = Ber.end(value);
        }
        return Ber.NONE;
    }

    /** The contents of the first value within a span, which must have the tag. */
    static long first(ByteView bytes, long span, int tag) {
        return span == Ber.NONE ? Ber.NONE : Ber.span(bytes, tag, Ber.start(span), Ber.end(span));
    }

    /** The number in field {@code [number]}, or {@code absent}. */
    static long number(ByteView bytes, long among, int number, long absent) {
        return Ber.integer(bytes, first(bytes, field(bytes, among, number), Ber.INTEGER), absent);
    }
}
