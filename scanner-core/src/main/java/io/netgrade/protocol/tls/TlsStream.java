// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.protocol.Inbox;
import java.util.Optional;

/** One direction of a connection as a sequence of messages. */
final class TlsStream {
    private final TlsRecordReader records;
    private final TlsHandshakeReader handshakes = new TlsHandshakeReader();
    private Optional<TlsOpener> opener = Optional.empty();
    private boolean staysInClear;
    private boolean ciphered;
    private boolean broken;

    TlsStream() {
        this(TlsFamily.TLS);
    }

    TlsStream(TlsFamily family) {
        records = new TlsRecordReader(family);
    }

    /** The next message, whether it shared a record with others or spanned many. */
    Optional<TlsMessage> next(Inbox bytes) {
        while (!broken) {
            Optional<TlsMessage> message = handshakes.next();
            if (message.isPresent()) {
                return message;
            }
            Optional<TlsRecord> record = records.next(bytes).flatMap(this::opened);
            broken |= records.broken() || handshakes.broken();
            if (broken || record.isEmpty()) {
                return Optional.empty();
            }
            if (record.get().type() != TlsRecord.HANDSHAKE) {
                ciphered |= !staysInClear && record.get().type() == TlsRecord.CHANGE_CIPHER_SPEC;
                return Optional.of(
                        new TlsMessage(record.get().type(), 0, record.get().fragment()));
            }
            if (!ciphered) {
                handshakes.add(record.get().fragment());
            }
        }
        return Optional.empty();
    }

    /** Whether the bytes broke the grammar: nothing more comes. */
    boolean broken() {
        return broken;
    }

    /** From here on, records of application data are opened first (TLS 1.3). */
    void openWith(TlsOpener key) {
        opener = Optional.of(key);
        stayInClear();
    }

    /** States that a ChangeCipherSpec ciphers nothing, as in TLS 1.3 (RFC 8446 §D.4). */
    void stayInClear() {
        staysInClear = true;
        ciphered = false;
    }

    private Optional<TlsRecord> opened(TlsRecord record) {
        if (opener.isEmpty() || record.type() != TlsRecord.APPLICATION_DATA) {
            return Optional.of(record);
        }
        Optional<TlsRecord> clear = opener.get().open(record);
        broken |= clear.isEmpty();
        return clear;
    }
}
