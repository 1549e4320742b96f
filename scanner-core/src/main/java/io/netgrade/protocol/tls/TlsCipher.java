// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;

/** The suites of TLS 1.3 that the JDK has the ciphers of (RFC 8446 §B.4). Key lengths in bytes. */
enum TlsCipher {
    AES_128_GCM(0x1301, 16, 256),
    AES_256_GCM(0x1302, 32, 384),
    CHACHA20_POLY1305(0x1303, 32, 256);

    private final int suite;
    private final int keyLength;
    private final int hashBits;

    TlsCipher(int suite, int keyLength, int hashBits) {
        this.suite = suite;
        this.keyLength = keyLength;
        this.hashBits = hashBits;
    }

    static Optional<TlsCipher> of(int suite) {
        for (TlsCipher cipher : values()) {
            if (cipher.suite == suite) {
                return Optional.of(cipher);
            }
        }
        return Optional.empty();
    }

    int keyLength() {
        return keyLength;
    }

    int hashLength() {
        return hashBits / 8;
    }

    String hashName() {
        return "SHA-" + hashBits;
    }

    String macName() {
        return "HmacSHA" + hashBits;
    }
}
