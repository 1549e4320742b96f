// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a ServerKeyExchange says of its group (RFC 8422 §5.4, RFC 5246 §7.4.3).
 *
 * @param group number of the named curve
 * @param primeBits length of the prime of DHE, in bits
 */
record TlsKeyExchange(Optional<Integer> group, Optional<Integer> primeBits) {
    private static final int NAMED_CURVE = 3;

    /** Reads what the suite makes of the message; both empty for a suite that sends neither. */
    static TlsKeyExchange read(TlsSuite suite, ByteView body) {
        ByteCursor cursor = ByteCursor.of(body);
        if (suite.authentication().equals("PSK")) {
            cursor.skip(cursor.u16());
        }
        return switch (suite.keyExchange()) {
            case "ECDHE" -> new TlsKeyExchange(namedCurve(cursor), Optional.empty());
            case "DHE" -> new TlsKeyExchange(Optional.empty(), primeBits(cursor));
            default -> new TlsKeyExchange(Optional.empty(), Optional.empty());
        };
    }

    private static Optional<Integer> namedCurve(ByteCursor cursor) {
        boolean named = cursor.u8() == NAMED_CURVE;
        int group = cursor.u16();
        return named && cursor.intact() ? Optional.of(group) : Optional.empty();
    }

    private static Optional<Integer> primeBits(ByteCursor cursor) {
        byte[] prime = cursor.bytes(cursor.u16());
        return cursor.intact() && prime.length > 0
                ? Optional.of(new BigInteger(1, prime).bitLength())
                : Optional.empty();
    }
}
