// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** {@code ecdh-sha2-nistp256}, {@code -nistp384} and {@code -nistp521} (RFC 5656 4), with points uncompressed. */
final class SshEllipticCurve implements SshAgreement {
    private static final int UNCOMPRESSED = 4;

    private final KeyPair pair;
    private final int length;

    /** @param curve in the JDK's words, such as {@code secp256r1} */
    SshEllipticCurve(String curve, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            pair = generator.generateKeyPair();
            length = (own().getParams().getCurve().getField().getFieldSize() + 7) / 8;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] publicValue() {
        ECPoint point = own().getW();
        return SshMessage.fields()
                .u8(UNCOMPRESSED)
                .raw(padded(point.getAffineX()))
                .raw(padded(point.getAffineY()))
                .bytes();
    }

    @Override
    public Optional<BigInteger> secret(byte[] serverValue) {
        if (serverValue.length != 1 + 2 * length || serverValue[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(serverValue, 1, 1 + length));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(serverValue, 1 + length, serverValue.length));
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            ECPublicKeySpec server = new ECPublicKeySpec(new ECPoint(x, y), own().getParams());
            agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(server), true);
            return Optional.of(new BigInteger(1, agreement.generateSecret()));
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            // The point is not on the curve.
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ECPublicKey own() {
        return (ECPublicKey) pair.getPublic();
    }

    private byte[] padded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, padded, length - count, count);
        return padded;
    }
}
