// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.Fact;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A host key as the wire carries it (RFC 4253 6.6, RFC 5656 3.1, RFC 8709 4). Of an OpenSSH certificate, the key in it.
 *
 * @param type such as {@code ssh-rsa}
 * @param bits of the modulus or the curve; 0 where the format is not known
 * @param fingerprint as OpenSSH writes it
 */
record SshHostKey(String type, int bits, String fingerprint) {
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    /** The longest name (RFC 4251 6). */
    private static final int MOST_NAME = 64;

    static Optional<SshHostKey> read(byte[] blob) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(blob));
        String name = new String(SshMessage.string(cursor), StandardCharsets.US_ASCII);
        if (!cursor.intact() || !isName(name)) {
            return Optional.empty();
        }
        return name.endsWith(CERTIFICATE) ? certified(name, cursor, blob) : plain(name, cursor, blob);
    }

    /** The key that goes with a host key algorithm, such as {@code ssh-rsa} with {@code rsa-sha2-256} (RFC 8332 3). */
    static String typeFor(String algorithm) {
        String plain = algorithm.endsWith(CERTIFICATE)
                ? algorithm.substring(0, algorithm.length() - CERTIFICATE.length())
                : algorithm;
        return plain.equals("rsa-sha2-256") || plain.equals("rsa-sha2-512") ? "ssh-rsa" : plain;
    }

    Fact complete() {
        return SshFacts.HOST_KEY.complete(type, bits == 0 ? null : bits, fingerprint);
    }

    Fact partial() {
        return SshFacts.HOST_KEY.partial(type, bits == 0 ? null : bits, fingerprint);
    }

    private static Optional<SshHostKey> plain(String type, ByteCursor fields, byte[] blob) {
        int bits = bits(type, fields);
        return bits < 0 || !fields.intact()
                ? Optional.empty()
                : Optional.of(new SshHostKey(type, bits, fingerprint(blob)));
    }

    /** A certificate has a nonce in front of the key's own fields (OpenSSH PROTOCOL.certkeys). */
    private static Optional<SshHostKey> certified(String name, ByteCursor cursor, byte[] blob) {
        String type = typeFor(name);
        SshMessage.string(cursor);
        int from = cursor.position();
        int bits = bits(type, cursor);
        if (bits <= 0 || !cursor.intact()) {
            return Optional.empty();
        }
        byte[] key = SshMessage.fields()
                .string(type)
                .raw(Arrays.copyOfRange(blob, from, cursor.position()))
                .bytes();
        return Optional.of(new SshHostKey(type, bits, fingerprint(key)));
    }

    /** Reads the key's fields: its bits, 0 where the format is not known, -1 where it is broken. */
    private static int bits(String type, ByteCursor fields) {
        return switch (type) {
            case "ssh-rsa" -> number(1, 2, fields);
            case "ssh-dss" -> number(0, 4, fields);
            case "ssh-ed25519" -> SshMessage.string(fields).length == 32 ? 256 : -1;
            case "ssh-ed448" -> SshMessage.string(fields).length == 57 ? 448 : -1;
            case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521" -> curve(type, fields);
            default -> 0;
        };
    }

    /** Of so many numbers, the bits of the one at {@code wanted}. */
    private static int number(int wanted, int count, ByteCursor fields) {
        int bits = -1;
        for (int i = 0; i < count; i++) {
            byte[] number = SshMessage.string(fields);
            if (i == wanted && number.length > 0) {
                BigInteger value = new BigInteger(number);
                bits = value.signum() > 0 ? value.bitLength() : -1;
            }
        }
        return bits;
    }

    private static int curve(String type, ByteCursor fields) {
        String curve = new String(SshMessage.string(fields), StandardCharsets.US_ASCII);
        byte[] point = SshMessage.string(fields);
        return type.endsWith("-" + curve) && point.length > 1
                ? Integer.parseInt(type.substring(type.length() - 3))
                : -1;
    }

    private static boolean isName(String name) {
        return name.length() > 2 && name.length() <= MOST_NAME && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static String fingerprint(byte[] blob) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
