// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** {@code curve25519-sha256} (RFC 8731). */
final class SshCurve25519 implements SshAgreement {
    private static final int LENGTH = 32;
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private final byte[] privateValue = new byte[LENGTH];

    SshCurve25519(SecureRandom random) {
        random.nextBytes(privateValue);
    }

    @Override
    public byte[] publicValue() {
        try {
            return agreed(BASE_POINT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<BigInteger> secret(byte[] serverValue) {
        if (serverValue.length != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigInteger(1, agreed(coordinate(serverValue))));
        } catch (InvalidKeyException e) {
            // A point of small order, whose product is zero (RFC 8731 3).
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] agreed(BigInteger point) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateValue)));
        agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, point)), true);
        return agreement.generateSecret();
    }

    /** Little-endian, with the topmost bit without meaning (RFC 7748 5). */
    private static BigInteger coordinate(byte[] value) {
        byte[] big = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            big[i] = value[LENGTH - 1 - i];
        }
        big[0] &= 0x7F;
        return new BigInteger(1, big);
    }
}
