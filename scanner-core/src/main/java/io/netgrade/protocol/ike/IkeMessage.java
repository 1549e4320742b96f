// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One message: initiator's SPI(8) responder's SPI(8) next payload(1) version(1) exchange(1) flags(1) identifier(4) length(4),
 * then payloads of next(1) reserved(1) length(2) (RFC 7296 §3.1, §3.2; version 1 has the same, RFC 2408 §3.1).
 */
final class IkeMessage {
    static final int NONE = -1;
    static final int VERSION_1 = 0x10;
    static final int VERSION_2 = 0x20;
    static final int PAYLOAD_HEADER = 4;

    private static final int HEADER = 28;
    private static final int MARKER = 4;
    private static final int ENCRYPTED_1 = 0x01;
    private static final int FLAGS_1 = 0x07;
    private static final int INITIATOR_2 = 0x08;
    private static final int RESPONSE_2 = 0x20;
    private static final int FLAGS_2 = 0x38;
    private static final int SECURITY_ASSOCIATION_1 = 1;
    private static final int SEALED = 46;
    private static final int SEALED_FRAGMENT = 53;

    private IkeMessage() {}

    /** Where the message begins: behind the non-ESP marker where there is one; {@link #NONE} where it is none. */
    static int at(ByteView bytes) {
        int at = bytes.length() >= MARKER + HEADER && bytes.i32(0) == 0 ? MARKER : 0;
        return isSoundWithin(bytes, at, bytes.length()) ? at : NONE;
    }

    /** Whether a message begins there that ends at {@code end}. */
    static boolean isSoundWithin(ByteView bytes, int at, int end) {
        if (end > bytes.length() || end - at < HEADER || bytes.i64(at) == 0 || bytes.u32(at + 24) != end - at) {
            return false;
        }
        int exchange = bytes.u8(at + 18);
        int flags = bytes.u8(at + 19);
        return switch (bytes.u8(at + 17)) {
            case VERSION_1 ->
                ((exchange >= 1 && exchange <= 6) || exchange == 32 || exchange == 33)
                        && (flags & ~FLAGS_1) == 0
                        && (isSealed(bytes, at) || hasSoundPayloads(bytes, at, end));
            case VERSION_2 ->
                exchange >= 34 && exchange <= 44 && (flags & ~FLAGS_2) == 0 && hasSoundPayloads(bytes, at, end);
            default -> false;
        };
    }

    private static boolean hasSoundPayloads(ByteView bytes, int at, int end) {
        int next = bytes.u8(at + 16);
        int place = at + HEADER;
        while (next != 0 && end - place >= PAYLOAD_HEADER && bytes.u16(place + 2) >= PAYLOAD_HEADER) {
            boolean last = next == SEALED || next == SEALED_FRAGMENT;
            next = last ? 0 : bytes.u8(place);
            place += bytes.u16(place + 2);
        }
        return next == 0 && place == end;
    }

    static boolean isSecond(ByteView bytes, int at) {
        return bytes.u8(at + 17) == VERSION_2;
    }

    static int exchange(ByteView bytes, int at) {
        return bytes.u8(at + 18);
    }

    /** Whether payloads of version 1 are encrypted; version 2 says it by a payload. */
    static boolean isSealed(ByteView bytes, int at) {
        return bytes.u8(at + 17) == VERSION_1 && (bytes.u8(at + 19) & ENCRYPTED_1) != 0;
    }

    /** Who of the association says it. In version 1 only the first two messages tell. */
    static Speaker speaker(ByteView bytes, int at) {
        if (isSecond(bytes, at)) {
            return (bytes.u8(at + 19) & INITIATOR_2) != 0 ? Speaker.CLIENT : Speaker.SERVER;
        }
        if (bytes.i64(at + 8) == 0) {
            return Speaker.CLIENT;
        }
        boolean choice = bytes.u8(at + 16) == SECURITY_ASSOCIATION_1 && !isSealed(bytes, at);
        return choice ? Speaker.SERVER : Speaker.EITHER;
    }

    static boolean isResponse(ByteView bytes, int at) {
        return isSecond(bytes, at) ? (bytes.u8(at + 19) & RESPONSE_2) != 0 : speaker(bytes, at) == Speaker.SERVER;
    }

    /**
     * Where the next payload of a kind stands, behind one that this answered before.
     *
     * @param after {@link #NONE} for the first
     */
    static int payload(ByteView bytes, int at, int wanted, int after) {
        if (isSealed(bytes, at)) {
            return NONE;
        }
        int next = bytes.u8(at + 16);
        int place = at + HEADER;
        while (next != 0 && next != SEALED && next != SEALED_FRAGMENT && bytes.length() - place >= PAYLOAD_HEADER) {
            if (next == wanted && place > after) {
                return place;
            }
            next = bytes.u8(place);
            place += bytes.u16(place + 2);
        }
        return NONE;
    }
}
