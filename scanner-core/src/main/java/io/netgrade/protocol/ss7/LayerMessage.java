// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The grammar that the layers share (RFC 4666 3.1): version 1, a reserved octet, class, type and length, then parameters
 * that fill it, each padded to four octets. M2PA has a header of sequence numbers in their place.
 */
final class LayerMessage {
    static final CodeTable NAMES = CodeTable.read(LayerMessage.class, "messages.tsv");
    static final int HEADER = 8;
    static final int LINK_HEADER = 16;
    static final int NONE = -1;

    private static final int PARAMETER_HEADER = 4;
    private static final int LONGEST = 1 << 16;
    private static final int LINK_STATUS = 2;
    private static final int LAST_STATE = 9;

    private LayerMessage() {}

    /** Class and type as one number. */
    static int kind(ByteView bytes) {
        return bytes.u16(2);
    }

    /** Octets of the message that begins here, as {@link MessageGrammar#length} tells them. */
    static long length(Layer layer, ByteView bytes) {
        int there = bytes.length();
        boolean begins = (there < 1 || bytes.u8(0) == 1)
                && (there < 2 || bytes.u8(1) == 0)
                && (there < 3 || layer.has(bytes.u8(2)))
                && (there < 4 || NAMES.knows(kind(bytes)));
        if (!begins) {
            return MessageGrammar.BROKEN;
        }
        if (there < HEADER) {
            return MessageGrammar.UNKNOWN;
        }
        long length = bytes.u32(4);
        long least = layer.symmetric() ? LINK_HEADER : HEADER;
        return length >= least && length <= LONGEST ? length : MessageGrammar.BROKEN;
    }

    /** Whether what follows the header is in the grammar, as far as the bytes go. */
    static boolean sound(Layer layer, ByteView bytes, int end) {
        if (layer.symmetric()) {
            return linkSound(bytes, end);
        }
        int at = HEADER;
        while (at != NONE && at < end) {
            at = next(bytes, at, end);
        }
        return at != NONE;
    }

    private static boolean linkSound(ByteView bytes, int end) {
        boolean unused = end >= LINK_HEADER && bytes.u8(HEADER) == 0 && bytes.u8(HEADER + 4) == 0;
        boolean status = kind(bytes) == (11 << 8 | LINK_STATUS);
        return unused && (!status || (end >= LINK_HEADER + 4 && state(bytes.u32(LINK_HEADER))));
    }

    private static boolean state(long state) {
        return state > 0 && state <= LAST_STATE;
    }

    /** Where the parameter behind the one at {@code at} begins; the padding of the last one may be missing. */
    static int next(ByteView bytes, int at, int end) {
        int length = end - at < PARAMETER_HEADER ? 0 : bytes.u16(at + 2);
        return length < PARAMETER_HEADER || length > end - at ? NONE : at + (length + 3 & ~3);
    }

    /** Where the value of the first parameter with a tag begins, its length in the two octets before it; else NONE. */
    static int find(ByteView bytes, int end, int tag) {
        for (int at = HEADER; at != NONE && at < end; at = next(bytes, at, end)) {
            if (next(bytes, at, end) != NONE && bytes.u16(at) == tag) {
                return at + PARAMETER_HEADER;
            }
        }
        return NONE;
    }

    /** Where the value that {@link #find} found ends. */
    static int valueEnd(ByteView bytes, int value) {
        return value - PARAMETER_HEADER + bytes.u16(value - 2);
    }

    /**
     * Who says the message that the bytes begin with.
     *
     * @param ownOnly whether only a message counts that no other layer has
     */
    static Speaker speaker(Layer layer, ByteView bytes, boolean ownOnly) {
        long length = length(layer, bytes);
        if (length < 0 || (ownOnly && bytes.length() > 2 && !layer.owns(bytes.u8(2)))) {
            return Speaker.NOBODY;
        }
        if (length == 0 || length > bytes.length()) {
            return Speaker.UNFINISHED;
        }
        if (!sound(layer, bytes, (int) length)) {
            return Speaker.NOBODY;
        }
        if (layer.symmetric()) {
            return Speaker.PEER;
        }
        return switch (NAMES.column(kind(bytes), 2)) {
            case "client" -> Speaker.CLIENT;
            case "server" -> Speaker.SERVER;
            default -> Speaker.EITHER;
        };
    }
}
