// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

/** What carries a handshake. Fingerprints begin with its letter. */
public enum TlsCarrier {
    DTLS('d'),
    QUIC('q'),
    TLCP('t'),
    TLS('t');

    private final char letter;

    TlsCarrier(char letter) {
        this.letter = letter;
    }

    /** The letter of JA4. */
    char letter() {
        return letter;
    }
}
