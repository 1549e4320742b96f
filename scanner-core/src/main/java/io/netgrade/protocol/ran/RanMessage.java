// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.wire.ByteView;

/**
 * The outermost part of a message of all these protocols, read in place (TS 38.413 9.4.3 and alike): which of three kinds
 * it is, the procedure's code, and a container of elements, each an identifier, a criticality and an open type.
 */
final class RanMessage {
    static final int INITIATING = 0;
    static final int NONE = -1;

    private static final int KINDS = 3;
    private static final int CRITICALITY_REST = 0x3F;
    private static final int CRITICALITY_UNUSED = 0xC0;
    private static final int HEADER = 3;
    private static final int CONTAINER = 3;
    private static final int ELEMENT = 3;
    private static final int MOST_ELEMENTS = 256;

    private int kind;
    private int procedure;
    private long value = Aper.NONE;
    private int elements;

    /**
     * Whether the bytes are one message.
     *
     * @param privateProcedure the code of the procedure whose contents are nobody's; its elements are not walked
     */
    boolean read(ByteView bytes, int choiceBits, int privateProcedure) {
        int length = bytes.length();
        if (length < HEADER + 1) {
            return false;
        }
        int rest = 8 - choiceBits;
        kind = bytes.u8(0) >> rest;
        procedure = bytes.u8(1);
        value = Aper.open(bytes, HEADER, length);
        boolean sound = begins(bytes.u8(0), choiceBits)
                && criticality(bytes.u8(2))
                && value != Aper.NONE
                && Aper.to(value) == length;
        return sound && (procedure == privateProcedure || container(bytes));
    }

    /** Whether an octet is a kind and nothing else. */
    static boolean begins(int first, int choiceBits) {
        int rest = 8 - choiceBits;
        return (first & (1 << rest) - 1) == 0 && first >> rest < KINDS;
    }

    private static boolean criticality(int octet) {
        return (octet & CRITICALITY_REST) == 0 && (octet & CRITICALITY_UNUSED) != CRITICALITY_UNUSED;
    }

    /** A sequence that may be extended: one bit says so, then elements with their count. */
    private boolean container(ByteView bytes) {
        int from = Aper.from(value);
        if (Aper.length(value) < CONTAINER) {
            return false;
        }
        boolean extended = bytes.u8(from) == 0x80;
        elements = bytes.u16(from + 1);
        if ((bytes.u8(from) != 0 && !extended) || elements > MOST_ELEMENTS) {
            return false;
        }
        int at = from + CONTAINER;
        for (int i = 0; i < elements && at != NONE; i++) {
            at = next(bytes, at);
        }
        return at == Aper.to(value) || (extended && at != NONE);
    }

    /** Whether it is a procedure's beginning (0), its success (1) or its failure (2). */
    int kind() {
        return kind;
    }

    int procedure() {
        return procedure;
    }

    /** Where the element behind the one at {@code at} begins; NONE where that one is unsound. */
    private int next(ByteView bytes, int at) {
        int end = Aper.to(value);
        boolean sound = end - at > ELEMENT && criticality(bytes.u8(at + 2));
        long content = sound ? Aper.open(bytes, at + ELEMENT, end) : Aper.NONE;
        return content == Aper.NONE ? NONE : Aper.to(content);
    }

    /** The content of the first element with an identifier; {@link Aper#NONE} where there is none. */
    long find(ByteView bytes, int identifier) {
        int at = Aper.from(value) + CONTAINER;
        for (int i = 0; i < elements && at != NONE && at < Aper.to(value); i++) {
            int next = next(bytes, at);
            if (next != NONE && bytes.u16(at) == identifier) {
                return Aper.open(bytes, at + ELEMENT, next);
            }
            at = next;
        }
        return Aper.NONE;
    }
}
