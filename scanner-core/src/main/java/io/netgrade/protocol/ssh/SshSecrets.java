// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What both sides know after a first key exchange: the shared secret K, and the exchange hash H, which names the session.
 */
final class SshSecrets {
    private final String hash;
    private final BigInteger secret;
    private final byte[] exchangeHash;

    private SshSecrets(String hash, BigInteger secret, byte[] exchangeHash) {
        this.hash = hash;
        this.secret = secret;
        this.exchangeHash = exchangeHash;
    }

    /**
     * @param hash the key exchange's hash, in the JDK's words
     * @param hashed what the exchange hash covers (RFC 4253 8)
     */
    static SshSecrets of(String hash, BigInteger secret, byte[] hashed) {
        return new SshSecrets(hash, secret, digest(hash, hashed));
    }

    SshAlgorithms.Keys toServer() {
        return keys('A', 'C', 'E');
    }

    SshAlgorithms.Keys toClient() {
        return keys('B', 'D', 'F');
    }

    private SshAlgorithms.Keys keys(char iv, char encryption, char integrity) {
        return new SshAlgorithms.Keys() {
            @Override
            public byte[] iv(int length) {
                return key(iv, length);
            }

            @Override
            public byte[] encryption(int length) {
                return key(encryption, length);
            }

            @Override
            public byte[] integrity(int length) {
                return key(integrity, length);
            }
        };
    }

    /** A hash over the letter, then of all before, until there is enough (RFC 4253 7.2). */
    private byte[] key(char letter, int length) {
        byte[] known = SshMessage.fields().mpint(secret).raw(exchangeHash).bytes();
        byte[] key = digest(
                hash,
                SshMessage.fields().raw(known).u8(letter).raw(exchangeHash).bytes());
        while (key.length < length) {
            byte[] more = digest(hash, SshMessage.fields().raw(known).raw(key).bytes());
            key = SshMessage.fields().raw(key).raw(more).bytes();
        }
        return Arrays.copyOf(key, length);
    }

    private static byte[] digest(String hash, byte[] bytes) {
        try {
            return MessageDigest.getInstance(hash).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
