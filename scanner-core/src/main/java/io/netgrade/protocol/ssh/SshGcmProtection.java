// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in GCM, with the length in clear (RFC 5647 7; {@code aes256-gcm@openssh.com}). */
final class SshGcmProtection implements SshProtection {
    private static final int LENGTH_FIELD = 4;
    private static final int TAG = 16;

    private final SecretKeySpec key;
    private final byte[] nonce;

    SshGcmProtection(byte[] key, byte[] nonce) {
        this.key = new SecretKeySpec(key, "AES");
        this.nonce = nonce.clone();
    }

    @Override
    public int tag() {
        return TAG;
    }

    @Override
    public int block() {
        return 16;
    }

    @Override
    public boolean coversLength() {
        return false;
    }

    @Override
    public long length(int sequence, byte[] head) {
        return SshProtection.lengthField(head);
    }

    @Override
    public Optional<byte[]> open(int sequence, byte[] packet) {
        try {
            return Optional.of(transformed(Cipher.DECRYPT_MODE, packet));
        } catch (AEADBadTagException e) {
            // The one failure that the other side's bytes can cause.
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] seal(int sequence, byte[] packet) {
        try {
            return transformed(Cipher.ENCRYPT_MODE, packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] transformed(int mode, byte[] packet) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(packet, 0, LENGTH_FIELD);
        byte[] rest = cipher.doFinal(packet, LENGTH_FIELD, packet.length - LENGTH_FIELD);
        ByteBuffer counter = ByteBuffer.wrap(nonce);
        counter.putLong(4, counter.getLong(4) + 1);
        byte[] whole = Arrays.copyOf(packet, LENGTH_FIELD + rest.length);
        System.arraycopy(rest, 0, whole, LENGTH_FIELD, rest.length);
        return whole;
    }
}
