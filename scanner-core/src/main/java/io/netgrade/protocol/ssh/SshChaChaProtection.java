// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * ChaCha20 with Poly1305, the length encrypted under a key of its own (OpenSSH PROTOCOL.chacha20poly1305).
 *
 * <p>OpenSSH counts blocks in 64 bits and has a nonce of 64, the JDK 32 and 96 (RFC 8439); with the upper half of the
 * counter zero the two are the same.
 */
final class SshChaChaProtection implements SshProtection {
    private static final int LENGTH_FIELD = 4;
    private static final int TAG = 16;
    private static final BigInteger POLY1305_PRIME = BigInteger.TWO.pow(130).subtract(BigInteger.valueOf(5));
    private static final BigInteger POLY1305_CLAMP = new BigInteger("0ffffffc0ffffffc0ffffffc0fffffff", 16);

    private final SecretKeySpec packetKey;
    private final SecretKeySpec lengthKey;

    /** @param keys 64 bytes: the key of the packets, then that of their lengths */
    SshChaChaProtection(byte[] keys) {
        packetKey = new SecretKeySpec(keys, 0, 32, "ChaCha20");
        lengthKey = new SecretKeySpec(keys, 32, 32, "ChaCha20");
    }

    @Override
    public int tag() {
        return TAG;
    }

    @Override
    public boolean coversLength() {
        return false;
    }

    @Override
    public long length(int sequence, byte[] head) {
        return SshProtection.lengthField(stream(lengthKey, sequence, 0, Arrays.copyOf(head, LENGTH_FIELD)));
    }

    @Override
    public Optional<byte[]> open(int sequence, byte[] packet) {
        int end = packet.length - TAG;
        byte[] covered = Arrays.copyOf(packet, end);
        byte[] sent = Arrays.copyOfRange(packet, end, packet.length);
        return MessageDigest.isEqual(tag(sequence, covered), sent)
                ? Optional.of(transformed(sequence, covered))
                : Optional.empty();
    }

    @Override
    public byte[] seal(int sequence, byte[] packet) {
        byte[] covert = transformed(sequence, packet);
        byte[] whole = Arrays.copyOf(covert, covert.length + TAG);
        System.arraycopy(tag(sequence, covert), 0, whole, covert.length, TAG);
        return whole;
    }

    /** Encrypts or decrypts, which is the same: the length by one key, the rest by the other from its second block on. */
    private byte[] transformed(int sequence, byte[] packet) {
        byte[] length = stream(lengthKey, sequence, 0, Arrays.copyOf(packet, LENGTH_FIELD));
        byte[] rest = stream(packetKey, sequence, 1, Arrays.copyOfRange(packet, LENGTH_FIELD, packet.length));
        byte[] whole = Arrays.copyOf(length, packet.length);
        System.arraycopy(rest, 0, whole, LENGTH_FIELD, rest.length);
        return whole;
    }

    private byte[] tag(int sequence, byte[] covered) {
        return poly1305(stream(packetKey, sequence, 0, new byte[32]), covered);
    }

    private static byte[] stream(SecretKeySpec key, int sequence, int block, byte[] bytes) {
        byte[] nonce =
                ByteBuffer.allocate(12).putLong(4, sequence & 0xFFFF_FFFFL).array();
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20");
            cipher.init(Cipher.ENCRYPT_MODE, key, new ChaCha20ParameterSpec(nonce, block));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8439 2.5, written for packets of a handshake: plain before fast. The JDK has it only within its AEAD. */
    static byte[] poly1305(byte[] key, byte[] message) {
        BigInteger r = number(key, 0, 16).and(POLY1305_CLAMP);
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < message.length; at += 16) {
            int count = Math.min(16, message.length - at);
            BigInteger block = number(message, at, count).setBit(8 * count);
            sum = sum.add(block).multiply(r).mod(POLY1305_PRIME);
        }
        byte[] big = sum.add(number(key, 16, 16)).toByteArray();
        byte[] little = new byte[TAG];
        for (int i = 0; i < Math.min(TAG, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }

    private static BigInteger number(byte[] little, int at, int count) {
        byte[] big = new byte[count];
        for (int i = 0; i < count; i++) {
            big[i] = little[at + count - 1 - i];
        }
        return new BigInteger(1, big);
    }
}
