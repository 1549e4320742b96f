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
 * @param scheme of the signature below, as in signature_algorithms (RFC 5246 §4.7); only TLS 1.2 names it
 */
record TlsKeyExchange(Optional<Integer> group, Optional<Integer> primeBits, Optional<Integer> scheme) {
    private static final int NAMED_CURVE = 3;

    /** Reads what the suite makes of the message; all empty for a suite that sends nothing of it. */
    static TlsKeyExchange read(int version, TlsSuite suite, ByteView body) {
        ByteCursor cursor = ByteCursor.of(body);
        if (suite.authentication().equals("PSK")) {
            cursor.skip(cursor.u16());
        }
        return switch (suite.keyExchange()) {
            case "ECDHE" -> {
                Optional<Integer> group = namedCurve(cursor);
                cursor.skip(cursor.u8());
                yield new TlsKeyExchange(group, Optional.empty(), scheme(version, suite, cursor));
            }
            case "DHE" -> {
                Optional<Integer> bits = primeBits(cursor);
                cursor.skip(cursor.u16());
                cursor.skip(cursor.u16());
                yield new TlsKeyExchange(Optional.empty(), bits, scheme(version, suite, cursor));
            }
            default -> new TlsKeyExchange(Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    private static Optional<Integer> scheme(int version, TlsSuite suite, ByteCursor cursor) {
        boolean names = version == TlsVersion.TLS_1_2 || version == TlsVersion.DTLS_1_2;
        boolean signs = names && !suite.authentication().equals("anon") && cursor.remaining() > 2;
        int scheme = signs ? cursor.u16() : 0;
        return signs && cursor.intact() ? Optional.of(scheme) : Optional.empty();
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
