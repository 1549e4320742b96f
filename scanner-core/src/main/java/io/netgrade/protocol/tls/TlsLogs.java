// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The logs of certificates that an operator knows (RFC 6962 §3), by their identifiers. */
public final class TlsLogs {
    private final Map<String, Log> byIdentifier = new HashMap<>();

    public TlsLogs(List<Log> logs) {
        logs.forEach(log -> byIdentifier.put(HexFormat.of().formatHex(log.identifier()), log));
    }

    Optional<Log> find(byte[] identifier) {
        return Optional.ofNullable(byIdentifier.get(HexFormat.of().formatHex(identifier)));
    }

    /**
     * @param description for a reader
     * @param key SubjectPublicKeyInfo, encoded
     */
    @SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
    public record Log(String description, byte[] key) {

        /** SHA-256 of the key (RFC 6962 §3.2). */
        public byte[] identifier() {
            return sha256(key);
        }

        /** Whether the key is of a kind that logs sign with (RFC 6962 §2.1.4): RSA, or on a curve of NIST's. */
        public boolean isUsable() {
            return TlsPublicKey.plain(key)
                    .filter(known ->
                            known.algorithm().equals("EC") || known.algorithm().equals("RSA"))
                    .isPresent();
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
