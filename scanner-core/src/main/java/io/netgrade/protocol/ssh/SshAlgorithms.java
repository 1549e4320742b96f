// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ciphers and MACs that netgrade can speak itself, weak ones too: a service that offers nothing better must still
 * be asked. What a service offers is reported in full whether it is here or not.
 */
final class SshAlgorithms {
    static final String STRICT_CLIENT = "kex-strict-c-v00@openssh.com";
    static final String STRICT_SERVER = "kex-strict-s-v00@openssh.com";
    static final List<String> COMPRESSIONS = List.of("none");

    private static final String CHACHA = "chacha20-poly1305@openssh.com";
    private static final String ENCRYPT_THEN_MAC = "-etm@openssh.com";

    private static final Map<String, BlockCipher> CIPHERS = ciphers();
    private static final Map<String, Digest> MACS = macs();

    /** @param transformation in the JDK's words; lengths in bytes */
    private record BlockCipher(String transformation, int keyLength, int ivLength) {}

    /** @param length bytes sent, which are fewer than the MAC has for the {@code -96} names */
    private record Digest(String algorithm, int keyLength, int length) {}

    /** The keys of one direction, by their use, cut to a length (RFC 4253 7.2). */
    interface Keys {
        byte[] iv(int length);

        byte[] encryption(int length);

        byte[] integrity(int length);
    }

    private SshAlgorithms() {}

    /** Strongest first. */
    static List<String> cipherNames() {
        return List.copyOf(CIPHERS.keySet());
    }

    static List<String> macNames() {
        return List.copyOf(MACS.keySet());
    }

    /** Whether a cipher has a tag of its own, so that whatever MAC was agreed on is not used. */
    private static boolean authenticates(String cipher) {
        return cipher.equals(CHACHA) || cipher.contains("-gcm@");
    }

    static boolean knows(String cipher, String mac) {
        return CIPHERS.containsKey(cipher) && (authenticates(cipher) || MACS.containsKey(mac));
    }

    /** @param mode of {@link Cipher} */
    static SshProtection protection(String cipher, String mac, Keys keys, int mode) {
        BlockCipher spec = Objects.requireNonNull(CIPHERS.get(cipher));
        if (cipher.equals(CHACHA)) {
            return new SshChaChaProtection(keys.encryption(64));
        }
        if (authenticates(cipher)) {
            return new SshGcmProtection(keys.encryption(spec.keyLength()), keys.iv(spec.ivLength()));
        }
        Digest digest = Objects.requireNonNull(MACS.get(mac));
        return new SshBlockProtection(
                initialised(spec, keys, mode),
                initialised(digest, keys.integrity(digest.keyLength())),
                digest.length(),
                mac.endsWith(ENCRYPT_THEN_MAC));
    }

    private static Cipher initialised(BlockCipher spec, Keys keys, int mode) {
        try {
            Cipher cipher = Cipher.getInstance(spec.transformation());
            String family =
                    spec.transformation().substring(0, spec.transformation().indexOf('/'));
            cipher.init(
                    mode,
                    new SecretKeySpec(keys.encryption(spec.keyLength()), family),
                    new IvParameterSpec(keys.iv(spec.ivLength())));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac initialised(Digest digest, byte[] key) {
        try {
            Mac mac = Mac.getInstance(digest.algorithm());
            mac.init(new SecretKeySpec(key, digest.algorithm()));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, BlockCipher> ciphers() {
        Map<String, BlockCipher> ciphers = new LinkedHashMap<>();
        ciphers.put("aes256-gcm@openssh.com", new BlockCipher("AES/GCM/NoPadding", 32, 12));
        ciphers.put("aes128-gcm@openssh.com", new BlockCipher("AES/GCM/NoPadding", 16, 12));
        ciphers.put(CHACHA, new BlockCipher("ChaCha20", 64, 0));
        for (int bits : new int[] {256, 192, 128}) {
            ciphers.put("aes" + bits + "-ctr", new BlockCipher("AES/CTR/NoPadding", bits / 8, 16));
        }
        for (int bits : new int[] {256, 192, 128}) {
            ciphers.put("aes" + bits + "-cbc", new BlockCipher("AES/CBC/NoPadding", bits / 8, 16));
        }
        ciphers.put("3des-cbc", new BlockCipher("DESede/CBC/NoPadding", 24, 8));
        return ciphers;
    }

    private static Map<String, Digest> macs() {
        Map<String, Digest> macs = new LinkedHashMap<>();
        for (String ending : List.of(ENCRYPT_THEN_MAC, "")) {
            macs.put("hmac-sha2-256" + ending, new Digest("HmacSHA256", 32, 32));
            macs.put("hmac-sha2-512" + ending, new Digest("HmacSHA512", 64, 64));
            macs.put("hmac-sha1" + ending, new Digest("HmacSHA1", 20, 20));
            macs.put("hmac-md5" + ending, new Digest("HmacMD5", 16, 16));
            macs.put("hmac-sha1-96" + ending, new Digest("HmacSHA1", 20, 12));
            macs.put("hmac-md5-96" + ending, new Digest("HmacMD5", 16, 12));
        }
        return macs;
    }
}
