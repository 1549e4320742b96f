// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * A cipher in CBC or CTR mode with a MAC beside it: over the plain text with an encrypted length (RFC 4253 6.4), or over
 * the cipher text with the length in clear ({@code -etm@openssh.com}, OpenSSH PROTOCOL 1.5).
 */
final class SshBlockProtection implements SshProtection {
    private static final int LENGTH_FIELD = 4;

    private final Cipher cipher;
    private final Mac mac;
    private final int tag;
    private final boolean macOverCipherText;
    private byte[] head = new byte[0];

    /** @param tag bytes of the MAC that are sent; fewer than it has for names such as {@code hmac-sha1-96} */
    SshBlockProtection(Cipher cipher, Mac mac, int tag, boolean macOverCipherText) {
        this.cipher = cipher;
        this.mac = mac;
        this.tag = tag;
        this.macOverCipherText = macOverCipherText;
    }

    @Override
    public int head() {
        return macOverCipherText ? LENGTH_FIELD : cipher.getBlockSize();
    }

    @Override
    public int tag() {
        return tag;
    }

    @Override
    public int block() {
        return cipher.getBlockSize();
    }

    @Override
    public boolean coversLength() {
        return !macOverCipherText;
    }

    @Override
    public long length(int sequence, byte[] first) {
        head = macOverCipherText ? first : cipher.update(first);
        return SshProtection.lengthField(head);
    }

    @Override
    public Optional<byte[]> open(int sequence, byte[] packet) {
        int end = packet.length - tag;
        if ((end - (coversLength() ? 0 : LENGTH_FIELD)) % block() != 0) {
            return Optional.empty();
        }
        byte[] rest = updated(packet, head.length, end - head.length);
        byte[] plain = joined(head, rest);
        byte[] covered = macOverCipherText ? Arrays.copyOf(packet, end) : plain;
        byte[] sent = Arrays.copyOfRange(packet, end, packet.length);
        return MessageDigest.isEqual(mac(sequence, covered), sent) ? Optional.of(plain) : Optional.empty();
    }

    @Override
    public byte[] seal(int sequence, byte[] packet) {
        int clear = macOverCipherText ? LENGTH_FIELD : 0;
        byte[] covert = joined(Arrays.copyOf(packet, clear), updated(packet, clear, packet.length - clear));
        return joined(covert, mac(sequence, macOverCipherText ? covert : packet));
    }

    private byte[] updated(byte[] bytes, int from, int count) {
        return count == 0 ? new byte[0] : cipher.update(bytes, from, count);
    }

    private byte[] mac(int sequence, byte[] covered) {
        mac.update(ByteBuffer.allocate(4).putInt(sequence).array());
        return Arrays.copyOf(mac.doFinal(covered), tag);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
