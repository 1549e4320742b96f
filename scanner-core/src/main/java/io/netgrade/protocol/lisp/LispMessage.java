// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lisp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * The grammar of control messages (RFC 9301 §5) and of the header before encapsulated packets (RFC 9300 §5.3), which is
 * eight octets long. Addresses are a family(2) and what that needs.
 */
final class LispMessage {
    static final int NONE = 0;
    static final int REQUEST = 1;
    static final int REPLY = 2;
    static final int REGISTER = 3;
    static final int NOTIFY = 4;
    static final int NOTIFY_ACK = 5;
    static final int ENCAPSULATED = 8;

    /** Type and flags(3), records(1), nonce(8), key(2), length of the authentication data(2). */
    static final int AUTHENTICATION_AT = 16;

    static final int DATA_HEADER = 8;
    static final int ENCAPSULATED_HEADER = 4;

    private static final int NONCE_END = 12;
    private static final int BROKEN = -1;
    private static final int CANONICAL = 16387;
    private static final int NONCE_LOCATORS_OR_INSTANCE = 0xC8;
    /** The echo bit, a reserved one and the key: never set here, so that GTP is not taken for LISP. */
    private static final int OTHERS = 0x27;

    /** A type, or the flags of data. */
    static final Octets BEGINNINGS = Octets.between(REQUEST << 4, NOTIFY_ACK << 4 | 0x0F)
            .or(Octets.between(ENCAPSULATED << 4, ENCAPSULATED << 4 | 0x07))
            .or(Octets.where(LispMessage::isFlagged));

    private LispMessage() {}

    /** The type of a sound control message, else {@link #NONE}. */
    static int type(ByteView bytes) {
        if (bytes.length() <= NONCE_END) {
            return NONE;
        }
        int type = bytes.u8(0) >>> 4;
        boolean sound = switch (type) {
            case REQUEST -> (bytes.u8(0) & 0x04) != 0 || requestEnd(bytes) == bytes.length();
            case REPLY -> bytes.u8(3) > 0 && recordsEnd(bytes, NONCE_END) == bytes.length();
            case REGISTER, NOTIFY, NOTIFY_ACK -> isSoundRegistration(bytes);
            // Without LISP-SEC, whose flag says that more stands before the packet.
            case ENCAPSULATED -> (bytes.u8(0) & 0x08) == 0 && bytes.u24(1) == 0 && isIp(bytes, ENCAPSULATED_HEADER);
            default -> false;
        };
        return sound && (type != REQUEST || requestEnd(bytes) > 0) ? type : NONE;
    }

    static boolean isData(ByteView bytes) {
        return bytes.length() > DATA_HEADER && isFlagged(bytes.u8(0)) && isIp(bytes, DATA_HEADER);
    }

    /** Whether an IP packet lies there that ends with the bytes. */
    private static boolean isFlagged(int flags) {
        return (flags & NONCE_LOCATORS_OR_INSTANCE) != 0 && (flags & OTHERS) == 0;
    }

    private static boolean isIp(ByteView bytes, int at) {
        int left = bytes.length() - at;
        return (left >= 20 && bytes.u8(at) >>> 4 == 4 && (bytes.u8(at) & 0x0F) >= 5 && bytes.u16(at + 2) == left)
                || (left >= 40 && bytes.u8(at) >>> 4 == 6 && bytes.u16(at + 4) + 40 == left);
    }

    private static int requestEnd(ByteView bytes) {
        int at = addressEnd(bytes, NONCE_END);
        for (int left = (bytes.u8(2) & 0x1F) + 1; left > 0 && at > 0; left--) {
            at = addressEnd(bytes, at);
        }
        for (int left = bytes.u8(3); left > 0 && at > 0; left--) {
            at = bytes.length() - at < 2 || bytes.u8(at) != 0 ? BROKEN : addressEnd(bytes, at + 2);
        }
        return bytes.u8(3) == 0 ? BROKEN : at;
    }

    private static boolean isSoundRegistration(ByteView bytes) {
        if (bytes.length() < AUTHENTICATION_AT || bytes.u8(3) == 0) {
            return false;
        }
        int records = AUTHENTICATION_AT + bytes.u16(AUTHENTICATION_AT - 2);
        int end = records <= bytes.length() ? recordsEnd(bytes, records) : BROKEN;
        // Router(16) and site(8) may follow the records (RFC 9301 §5.6, the I bit).
        return end > 0 && (end == bytes.length() || end + 24 == bytes.length());
    }

    /** Records of lifetime(4) locators(1) mask(1) action(2) version(2) and a prefix, each with its locators. */
    private static int recordsEnd(ByteView bytes, int from) {
        int at = from;
        for (int left = bytes.u8(3); left > 0 && at > 0; left--) {
            if (bytes.length() - at < 12 || bytes.u8(at + 5) > 128) {
                return BROKEN;
            }
            int locators = bytes.u8(at + 4);
            at = addressEnd(bytes, at + 10);
            for (; locators > 0 && at > 0; locators--) {
                at = bytes.length() - at < 8 ? BROKEN : addressEnd(bytes, at + 6);
            }
        }
        return at;
    }

    private static int addressEnd(ByteView bytes, int at) {
        if (bytes.length() - at < 2) {
            return BROKEN;
        }
        int length = switch (bytes.u16(at)) {
            case 0 -> 0;
            case 1 -> 4;
            case 2 -> 16;
            case 16389 -> 6;
            case CANONICAL -> bytes.length() - at < 8 ? BROKEN : 6 + bytes.u16(at + 6);
            default -> BROKEN;
        };
        return length < 0 || bytes.length() - at - 2 < length ? BROKEN : at + 2 + length;
    }
}
