// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.wire.ByteView;

/**
 * Finds the NAS message of the first entry in a list of sessions or bearers to be set up, which is where the acceptance of
 * a session, and in EPS of a device, travels. Later entries are not looked at.
 */
final class NestedNas {
    private static final int EXTENDED = 0x80;

    /** In a session's entry: there is a NAS message. */
    private static final int SESSION_HAS_NAS = 0x40;
    /** In a bearer's entry: there is a NAS message. */
    private static final int BEARER_HAS_NAS = 0x40;

    private static final int ENTRY = 4;
    private static final int PRIORITY_EXTENDED = 0xC0;
    private static final int ENDPOINT_OCTETS = 4;
    private static final int LEAST_BEARER = 6;

    private NestedNas() {}

    /**
     * In a list of PDU sessions (TS 38.413 9.3.1.5): a count, marks, the session's number, the message.
     *
     * @return a span, {@link Aper#NONE} where there is none
     */
    static long session(ByteView bytes, long list) {
        int at = Aper.from(list);
        boolean holds = list != Aper.NONE && Aper.length(list) > ENTRY && (bytes.u8(at + 1) & EXTENDED) == 0;
        return holds && (bytes.u8(at + 1) & SESSION_HAS_NAS) != 0 ? Aper.open(bytes, at + 3, Aper.to(list)) : Aper.NONE;
    }

    /**
     * In a list of bearers of a new context (TS 36.413 9.1.4.1): a count, an element of its own, in it marks and the bearer's
     * number, its quality, the address and number of a tunnel's end, the message.
     *
     * @return a span, {@link Aper#NONE} where there is none or the quality has options
     */
    static long bearer(ByteView bytes, long list) {
        long entry = list == Aper.NONE ? Aper.NONE : Aper.open(bytes, Aper.from(list) + ENTRY, Aper.to(list));
        if (entry == Aper.NONE || Aper.length(entry) < LEAST_BEARER) {
            return Aper.NONE;
        }
        int at = Aper.from(entry);
        boolean simple = (bytes.u8(at) & EXTENDED) == 0
                && (bytes.u8(at) & BEARER_HAS_NAS) != 0
                && bytes.u8(at + 1) == 0
                && (bytes.u8(at + 3) & PRIORITY_EXTENDED) == 0
                && (bytes.u8(at + 4) & EXTENDED) == 0;
        int bits = (bytes.u16(at + 4) >> 7 & 0xFF) + 1;
        int message = at + LEAST_BEARER + (bits + 7) / 8 + ENDPOINT_OCTETS;
        return simple && message < Aper.to(entry) ? Aper.open(bytes, message, Aper.to(entry)) : Aper.NONE;
    }
}
