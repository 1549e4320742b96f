// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.wire.ByteView;

/** The commands that netgrade tells apart. */
enum RedisWord {
    /** Logs in; its arguments are never read. */
    AUTH,
    /** May switch the order of answers off. */
    CLIENT,
    /** Tells version, mode and role. */
    HELLO,
    /** Tells version, mode and role. */
    INFO,
    /** After it the server speaks unasked. */
    MONITOR,
    PING,
    PSUBSCRIBE,
    PSYNC,
    QUIT,
    RESET,
    SSUBSCRIBE,
    SUBSCRIBE,
    SYNC,
    /** Any other. */
    OTHER;

    private static final RedisWord[] ALL = values();

    static RedisWord of(ByteView bytes, int at, int length) {
        for (RedisWord word : ALL) {
            if (equal(bytes, at, length, word.name())) {
                return word;
            }
        }
        return OTHER;
    }

    /** Whether a word in upper case stands there, in either case. */
    static boolean equal(ByteView bytes, int at, int length, String word) {
        if (length != word.length() || at < 0 || bytes.length() - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int octet = bytes.u8(at + i);
            int upper = octet >= 'a' && octet <= 'z' ? octet & ~0x20 : octet;
            if (upper != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the answers after its own no longer follow the commands one by one. */
    boolean endsOrder() {
        return switch (this) {
            case MONITOR, PSUBSCRIBE, PSYNC, SSUBSCRIBE, SUBSCRIBE, SYNC -> true;
            default -> false;
        };
    }

    /** Whether a server answers it before any login. */
    boolean beforeLogin() {
        return this == AUTH || this == HELLO || this == QUIT || this == RESET;
    }
}
