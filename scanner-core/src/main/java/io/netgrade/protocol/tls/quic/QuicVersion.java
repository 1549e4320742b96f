// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A version of which Initial packets can be opened, or a run of drafts.
 *
 * @param labels what stands before the labels of the keys
 */
@SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
record QuicVersion(int first, int last, String pattern, byte[] salt, String labels) {
    static final int NEGOTIATION = 0;

    private static final List<QuicVersion> ALL = read();

    static Optional<QuicVersion> of(int number) {
        for (QuicVersion version : ALL) {
            if (number >= version.first && number <= version.last) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Whether Initial packets of that version can be opened. */
    static boolean isKnown(int number) {
        for (int i = 0; i < ALL.size(); i++) {
            if (number >= ALL.get(i).first && number <= ALL.get(i).last) {
                return true;
            }
        }
        return false;
    }

    /** Whether Google's handshake is inside, and not that of TLS: Q and three digits. */
    static boolean isGoogle(int number) {
        return number >>> 24 == 'Q'
                && isDigit(number >>> 16 & 0xFF)
                && isDigit(number >>> 8 & 0xFF)
                && isDigit(number & 0xFF);
    }

    /** One of the numbers that are kept to force a negotiation (RFC 9000 §15): 0x?a?a?a?a. */
    static boolean isReserved(int number) {
        return (number & 0x0F0F0F0F) == 0x0A0A0A0A;
    }

    /** The two kinds of packets behind a long header that have changed places in version 2 (RFC 9369 §3.2). */
    static boolean isSecond(int number) {
        return number == 0x6B3343CF || number == 0x709A50C4;
    }

    /** The name in facts: 1, 2, draft-29, Q043; anything else is {@code UNASSIGNED_0xNNNNNNNN}. */
    static String name(int number) {
        if (isGoogle(number)) {
            return new String(
                    new char[] {'Q', (char) (number >>> 16 & 0xFF), (char) (number >>> 8 & 0xFF), (char) (number & 0xFF)
                    });
        }
        return of(number)
                .map(version -> version.pattern.replace("%d", Integer.toString(number & 0xFF)))
                .orElseGet(
                        () -> "UNASSIGNED_0x" + HexFormat.of().withUpperCase().toHexDigits(number));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static List<QuicVersion> read() {
        String resource = "versions.tsv";
        try (InputStream bytes = Objects.requireNonNull(QuicVersion.class.getResourceAsStream(resource), resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> read(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static QuicVersion read(String[] row) {
        return new QuicVersion(
                Long.decode(row[0]).intValue(),
                Long.decode(row[1]).intValue(),
                row[2],
                HexFormat.of().parseHex(row[3]),
                row[4]);
    }
}
