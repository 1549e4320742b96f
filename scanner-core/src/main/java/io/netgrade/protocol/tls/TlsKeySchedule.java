// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The part of the key schedule of TLS 1.3 that ends at the handshake's traffic keys (RFC 8446 §7.1 and §7.3). */
final class TlsKeySchedule {
    private static final int NONCE_LENGTH = 12;

    private final TlsCipher cipher;

    private TlsKeySchedule(TlsCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * The keys that open what the server says after its hello, and close what we say.
     *
     * @param transcript both hellos with their headers
     * @return empty where the suite is one that netgrade does not calculate with
     */
    static Optional<Keys> keys(int suite, byte[] secret, byte[] transcript) {
        return TlsCipher.of(suite).map(cipher -> new TlsKeySchedule(cipher).derive(secret, transcript));
    }

    /** One key for each direction. */
    record Keys(TlsOpener server, TlsOpener client) {}

    private Keys derive(byte[] secret, byte[] transcript) {
        byte[] zeros = new byte[cipher.hashLength()];
        byte[] early = mac(zeros, zeros);
        byte[] handshake = mac(expand(early, "derived", hash(new byte[0]), zeros.length), secret);
        byte[] context = hash(transcript);
        return new Keys(
                opener(expand(handshake, "s hs traffic", context, zeros.length)),
                opener(expand(handshake, "c hs traffic", context, zeros.length)));
    }

    private TlsOpener opener(byte[] traffic) {
        byte[] key = expand(traffic, "key", new byte[0], cipher.keyLength());
        return new TlsOpener(cipher, key, expand(traffic, "iv", new byte[0], NONCE_LENGTH));
    }

    /** HKDF-Expand-Label; no output here is longer than one block of the hash. */
    private byte[] expand(byte[] key, String label, byte[] context, int length) {
        byte[] info = TlsWriter.written(writer -> writer.u16(length)
                .vector8(part -> part.bytes(("tls13 " + label).getBytes(StandardCharsets.US_ASCII)))
                .vector8(part -> part.bytes(context))
                .u8(1));
        return Arrays.copyOf(mac(key, info), length);
    }

    private byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(cipher.macName());
            mac.init(new SecretKeySpec(key, cipher.macName()));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hash(byte[] message) {
        try {
            return MessageDigest.getInstance(cipher.hashName()).digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
