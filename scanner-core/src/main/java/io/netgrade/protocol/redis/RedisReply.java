// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** What the first element of a reply says. */
enum RedisReply {
    /** Anything that is not an error. */
    DATA,
    /** Turned away, as protected mode does with other hosts. */
    DENIED,
    /** Another error: it does not tell whether a login is wanted, as unknown commands are refused first. */
    ERROR,
    /** A login is wanted. */
    NO_LOGIN;

    private static final byte[] NOAUTH = ascii("NOAUTH ");
    private static final byte[] BEFORE_2_8 = ascii("ERR operation not permitted");
    private static final byte[] PROTECTED = ascii("DENIED ");

    static RedisReply of(ByteView bytes, RespToken token) {
        if (token.type() != '-' && token.type() != '!') {
            return DATA;
        }
        if (!token.hasText()) {
            return ERROR;
        }
        if (bytes.holds(token.textAt(), NOAUTH) || bytes.holds(token.textAt(), BEFORE_2_8)) {
            return NO_LOGIN;
        }
        return bytes.holds(token.textAt(), PROTECTED) ? DENIED : ERROR;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
