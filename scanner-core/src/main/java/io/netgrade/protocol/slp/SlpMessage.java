// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.slp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * <pre>
 *  version 1  0 1  1 function  2 octets (2)  4 flags  5 dialect (0)  6 language (2)  8 character set (2)  10 id (2)
 *  version 2  0 2  1 function  2 octets (3)  5 flags (2)  7 extension (3)  10 id (2)  12 language (2+n)
 * </pre>
 */
final class SlpMessage {
    private static final int HEADER = 14;
    private static final int SHORTEST = 12;

    private SlpMessage() {}

    /** Octets in all, 0 where too few are here, or -1 where it is no message. */
    static int length(ByteView bytes) {
        int version = bytes.u8(0);
        if (version != 1 && version != 2) {
            return -1;
        }
        if (bytes.length() < HEADER + 2) {
            return bytes.length() < SHORTEST || version == 2 ? 0 : -1;
        }
        int function = bytes.u8(1);
        boolean known = function >= 1 && function <= (version == 1 ? 10 : 11);
        return known && (version == 1 ? first(bytes) : second(bytes)) ? size(bytes) : -1;
    }

    static Speaker speaker(ByteView bytes) {
        int length = length(bytes);
        if (length < 0 || (length > 0 && length < bytes.length())) {
            return Speaker.NOBODY;
        }
        if (length == 0) {
            return Speaker.UNFINISHED;
        }
        return answer(bytes.u8(1)) == null ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** The name of a function with which an agent answers; null for one that asks. */
    static @Nullable String answer(int function) {
        return switch (function) {
            case 2 -> "service-reply";
            case 5 -> "acknowledgement";
            case 7 -> "attribute-reply";
            case 8, 11 -> "advertisement";
            case 10 -> "service-type-reply";
            default -> null;
        };
    }

    private static int size(ByteView bytes) {
        return bytes.u8(0) == 1 ? bytes.u16(2) : bytes.u24(2);
    }

    private static boolean first(ByteView bytes) {
        return size(bytes) >= SHORTEST
                && (bytes.u8(4) & 0x07) == 0
                && bytes.u8(5) == 0
                && letter(bytes.u8(6))
                && letter(bytes.u8(7));
    }

    private static boolean second(ByteView bytes) {
        int language = bytes.u16(12);
        boolean sound = size(bytes) >= HEADER + language && (bytes.u16(5) & 0x1FFF) == 0 && bytes.u24(7) < size(bytes);
        return sound && language >= 1 && language <= 16 && letter(bytes.u8(HEADER));
    }

    private static boolean letter(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }
}
