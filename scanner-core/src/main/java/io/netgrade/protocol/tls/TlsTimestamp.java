// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.time.Instant;
import java.util.Optional;

/**
 * One signed certificate timestamp (RFC 6962 §3.2).
 *
 * @param log identifier of the log: SHA-256 of its key
 * @param millis since 1970, when the log took the certificate
 * @param extensions none is defined
 * @param algorithm a SignatureAndHashAlgorithm (RFC 5246 §7.4.1.4.1), the hash in its upper byte
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are its own, and it is never compared
record TlsTimestamp(byte[] log, long millis, byte[] extensions, int algorithm, byte[] signature) {
    private static final int VERSION_1 = 0;
    private static final int IDENTIFIER_LENGTH = 32;
    /** The end of the year 9999, the last that RFC 3339 writes. */
    private static final long LAST = 253_402_300_799_999L;

    /** Empty where it is of another version, or broken. */
    static Optional<TlsTimestamp> read(byte[] encoded) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(encoded));
        int version = cursor.u8();
        byte[] log = cursor.bytes(IDENTIFIER_LENGTH);
        long millis = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            millis = millis << 8 | cursor.u8();
        }
        byte[] extensions = cursor.bytes(cursor.u16());
        int algorithm = cursor.u16();
        byte[] signature = cursor.bytes(cursor.u16());
        boolean whole = cursor.intact() && cursor.remaining() == 0 && version == VERSION_1;
        return whole ? Optional.of(new TlsTimestamp(log, millis, extensions, algorithm, signature)) : Optional.empty();
    }

    /** When the log took the certificate; empty where no calendar has that moment. */
    Optional<Instant> at() {
        return millis >= 0 && millis <= LAST ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }
}
