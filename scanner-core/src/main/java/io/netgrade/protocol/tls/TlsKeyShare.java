// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** A fresh key of our own for one group of TLS 1.3, and the secret that comes of it and the server's (RFC 8446 §4.2.8). */
final class TlsKeyShare {
    /** The groups that the JDK can calculate with, dearest to servers first. */
    static final List<Integer> GROUPS = List.of(29, 23, 24, 25, 30);

    private static final int UNCOMPRESSED = 4;

    private final int group;
    private final Curve curve;
    private final KeyPair pair;

    /**
     * A curve of the JDK.
     *
     * @param length of a coordinate, in bytes
     * @param montgomery whether it is X25519 or X448, whose public value is one coordinate, lowest byte first
     */
    private record Curve(String name, int length, boolean montgomery) {
        static Curve of(int group) {
            return switch (group) {
                case 23 -> new Curve("secp256r1", 32, false);
                case 24 -> new Curve("secp384r1", 48, false);
                case 25 -> new Curve("secp521r1", 66, false);
                case 30 -> new Curve("X448", 56, true);
                default -> new Curve("X25519", 32, true);
            };
        }
    }

    private TlsKeyShare(int group, Curve curve, KeyPair pair) {
        this.group = group;
        this.curve = curve;
        this.pair = pair;
    }

    /** @param group one of {@link #GROUPS} */
    static TlsKeyShare generate(int group) {
        Curve curve = Curve.of(group);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve.montgomery ? "XDH" : "EC");
            generator.initialize(
                    curve.montgomery ? new NamedParameterSpec(curve.name) : new ECGenParameterSpec(curve.name));
            return new TlsKeyShare(group, curve, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + curve.name, e);
        }
    }

    int group() {
        return group;
    }

    /** The public value as key_share carries it. */
    byte[] publicValue() {
        if (pair.getPublic() instanceof XECPublicKey key) {
            return reversed(fixed(key.getU()));
        }
        ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
        return TlsWriter.written(writer ->
                writer.u8(UNCOMPRESSED).bytes(fixed(point.getAffineX())).bytes(fixed(point.getAffineY())));
    }

    /** The secret shared with the server's public value; empty where that is no point of the curve. */
    Optional<byte[]> secret(byte[] other) {
        int length = curve.montgomery ? curve.length : 1 + 2 * curve.length;
        if (other.length != length || (!curve.montgomery && other[0] != UNCOMPRESSED)) {
            return Optional.empty();
        }
        return Lenient.read(() -> agree(pair.getPrivate(), publicKey(other)));
    }

    private byte[] agree(PrivateKey ours, PublicKey theirs) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(curve.montgomery ? "XDH" : "ECDH");
        agreement.init(ours);
        agreement.doPhase(theirs, true);
        return agreement.generateSecret();
    }

    private PublicKey publicKey(byte[] value) throws GeneralSecurityException {
        if (curve.montgomery) {
            BigInteger u = new BigInteger(1, reversed(value));
            return KeyFactory.getInstance("XDH")
                    .generatePublic(new XECPublicKeySpec(new NamedParameterSpec(curve.name), u));
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve.name));
        int middle = 1 + curve.length;
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(value, 1, middle)),
                new BigInteger(1, Arrays.copyOfRange(value, middle, value.length)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private byte[] fixed(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[curve.length];
        int count = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - count, fixed, fixed.length - count, count);
        return fixed;
    }

    private static byte[] reversed(byte[] value) {
        byte[] reversed = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            reversed[i] = value[value.length - 1 - i];
        }
        return reversed;
    }
}
