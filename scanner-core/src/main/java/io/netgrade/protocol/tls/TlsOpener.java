// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens and closes the ciphered records of one direction of TLS 1.3 (RFC 8446 §5.2), counting them. */
final class TlsOpener {
    private static final int TAG_LENGTH = 16;
    private static final int TAG_BITS = 8 * TAG_LENGTH;

    private final TlsCipher cipher;
    private final byte[] key;
    private final byte[] nonceMask;
    private long records;

    TlsOpener(TlsCipher cipher, byte[] key, byte[] nonceMask) {
        this.cipher = cipher;
        this.key = key.clone();
        this.nonceMask = nonceMask.clone();
    }

    /** The record inside, its padding gone; empty where it was not ciphered with this key. */
    Optional<TlsRecord> open(TlsRecord record) {
        return Lenient.read(() -> run(Cipher.DECRYPT_MODE, record.fragment(), record.fragment().length))
                .flatMap(TlsOpener::inner);
    }

    /** A ciphered record that holds a payload of a content type. */
    TlsRecord close(int type, byte[] payload) {
        byte[] inner = TlsWriter.written(writer -> writer.bytes(payload).u8(type));
        try {
            byte[] ciphered = run(Cipher.ENCRYPT_MODE, inner, inner.length + TAG_LENGTH);
            return new TlsRecord(TlsRecord.APPLICATION_DATA, TlsVersion.TLS_1_2, ciphered);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot cipher with " + cipher, e);
        }
    }

    private byte[] run(int mode, byte[] input, int recordLength) throws GeneralSecurityException {
        boolean aes = cipher != TlsCipher.CHACHA20_POLY1305;
        byte[] nonce = nonce();
        AlgorithmParameterSpec parameters = aes ? new GCMParameterSpec(TAG_BITS, nonce) : new IvParameterSpec(nonce);
        Cipher engine = Cipher.getInstance(aes ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
        engine.init(mode, new SecretKeySpec(key, aes ? "AES" : "ChaCha20"), parameters);
        engine.updateAAD(TlsWriter.written(writer ->
                writer.u8(TlsRecord.APPLICATION_DATA).u16(TlsVersion.TLS_1_2).u16(recordLength)));
        return engine.doFinal(input);
    }

    private byte[] nonce() {
        byte[] nonce = nonceMask.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[nonce.length - 1 - i] ^= (byte) (records >>> (8 * i));
        }
        records++;
        return nonce;
    }

    private static Optional<TlsRecord> inner(byte[] clear) {
        int end = clear.length;
        while (end > 0 && clear[end - 1] == 0) {
            end--;
        }
        return end == 0
                ? Optional.empty()
                : Optional.of(new TlsRecord(clear[end - 1] & 0xFF, TlsVersion.TLS_1_2, Arrays.copyOf(clear, end - 1)));
    }
}
