// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A moment in the forms that a certificate must have it in (RFC 5280 §4.1.2.5): to the second, in UTC. */
final class TlsMoment {
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final String SHORT = "YYMMDDHHMMSSZ";
    private static final String LONG = "YY" + SHORT;

    private TlsMoment() {}

    /** The moment; empty where it is written otherwise, or is none. */
    static Optional<Instant> plain(byte[] element) {
        String text = new String(Der.content(element), StandardCharsets.ISO_8859_1);
        int tag = Der.firstByte(element);
        if (tag == UTC_TIME && text.length() == SHORT.length()) {
            return read((text.charAt(0) < '5' ? "20" : "19") + text);
        }
        return tag == GENERALIZED_TIME && text.length() == LONG.length() ? read(text) : Optional.empty();
    }

    private static Optional<Instant> read(String text) {
        int last = text.length() - 1;
        boolean digits = text.chars().limit(last).allMatch(one -> one >= '0' && one <= '9');
        if (!digits || text.charAt(last) != 'Z') {
            return Optional.empty();
        }
        try {
            LocalDateTime moment = LocalDateTime.of(
                    Integer.parseInt(text.substring(0, 4)),
                    two(text, 4),
                    two(text, 6),
                    two(text, 8),
                    two(text, 10),
                    two(text, 12));
            return Optional.of(moment.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            // The 31st of February is no moment; what BouncyCastle makes of it is asked next.
            return Optional.empty();
        }
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text.substring(at, at + 2));
    }
}
