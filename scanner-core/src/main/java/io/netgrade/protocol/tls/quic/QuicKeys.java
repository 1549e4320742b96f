// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens the Initial packets of one side (RFC 9001 §5.2): their keys follow from the connection id that the client chose,
 * so that whoever listens has them.
 */
final class QuicKeys {
    private static final int TAG_BITS = 128;
    private static final int KEY_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int SECRET_LENGTH = 32;
    private static final int SAMPLE_AT = 4;
    private static final int SAMPLE_LENGTH = 16;

    private final SecretKeySpec key;
    private final byte[] nonceMask;
    private final SecretKeySpec headerKey;
    private long largest = -1;

    private QuicKeys(byte[] secret, String labels) {
        key = new SecretKeySpec(expand(secret, labels + " key", KEY_LENGTH), QuicEngines.AES);
        nonceMask = expand(secret, labels + " iv", NONCE_LENGTH);
        headerKey = new SecretKeySpec(expand(secret, labels + " hp", KEY_LENGTH), QuicEngines.AES);
    }

    static QuicKeys ofClient(QuicVersion version, byte[] connectionId) {
        return of(version, connectionId, "client in");
    }

    static QuicKeys ofServer(QuicVersion version, byte[] connectionId) {
        return of(version, connectionId, "server in");
    }

    private static QuicKeys of(QuicVersion version, byte[] connectionId, String label) {
        byte[] initial = mac(version.salt(), connectionId);
        return new QuicKeys(expand(initial, label, SECRET_LENGTH), version.labels());
    }

    /** The frames inside; empty where the packet was not ciphered with these keys. */
    Optional<byte[]> open(ByteView datagram, QuicPacket packet) {
        byte[] bytes = datagram.bytes(packet.from(), packet.end() - packet.from());
        int numberAt = packet.numberAt() - packet.from();
        byte[] mask = mask(bytes, numberAt + SAMPLE_AT);
        bytes[0] ^= (byte) (mask[0] & 0x0F);
        int numberLength = (bytes[0] & 3) + 1;
        long truncated = 0;
        for (int i = 0; i < numberLength; i++) {
            bytes[numberAt + i] ^= mask[i + 1];
            truncated = truncated << 8 | (bytes[numberAt + i] & 0xFF);
        }
        long number = number(truncated, 8 * numberLength);
        Optional<byte[]> clear = decipher(bytes, numberAt + numberLength, number);
        largest = clear.isPresent() ? Math.max(largest, number) : largest;
        return clear;
    }

    private Optional<byte[]> decipher(byte[] packet, int payloadAt, long number) {
        byte[] nonce = nonceMask.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE_LENGTH - 1 - i] ^= (byte) (number >>> (8 * i));
        }
        try {
            Cipher cipher = QuicEngines.own().sealed;
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(packet, 0, payloadAt);
            return Optional.of(cipher.doFinal(packet, payloadAt, packet.length - payloadAt));
        } catch (AEADBadTagException foreign) {
            // The tag does not fit: a packet under other keys, which is an answer and no fault.
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of AES fits it", e);
        }
    }

    /** RFC 9000 §A.3. */
    private long number(long truncated, int bits) {
        long window = 1L << bits;
        long expected = largest + 1;
        long candidate = (expected & -window) | truncated;
        if (candidate <= expected - window / 2) {
            return candidate + window;
        }
        return candidate > expected + window / 2 && candidate >= window ? candidate - window : candidate;
    }

    private byte[] mask(byte[] packet, int sampleAt) {
        try {
            Cipher cipher = QuicEngines.own().block;
            cipher.init(Cipher.ENCRYPT_MODE, headerKey);
            return cipher.doFinal(packet, sampleAt, SAMPLE_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of AES fits it", e);
        }
    }

    /** HKDF-Expand-Label (RFC 8446 §7.1); no output here is longer than one block of the hash. */
    private static byte[] expand(byte[] secret, String label, int length) {
        byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        byte[] info = new byte[name.length + 5];
        info[1] = (byte) length;
        info[2] = (byte) name.length;
        System.arraycopy(name, 0, info, 3, name.length);
        info[info.length - 1] = 1;
        return Arrays.copyOf(mac(secret, info), length);
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = QuicEngines.own().mac;
            mac.init(new SecretKeySpec(secret, QuicEngines.MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }
}
