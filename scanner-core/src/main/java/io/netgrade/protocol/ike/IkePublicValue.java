// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.Optional;

/**
 * A public value of a Diffie-Hellman group, as a key exchange payload bears it. No secret is ever agreed on, so where any number
 * below the modulus is a sound value it is a random one; on curves it is a point (RFC 5903 §7, RFC 8031 §3.1).
 */
final class IkePublicValue {
    private static final Map<Integer, Integer> MODULUS_OCTETS =
            Map.of(1, 96, 2, 128, 5, 192, 14, 256, 15, 384, 16, 512, 31, 32);
    private static final Map<Integer, String> CURVES = Map.of(19, "secp256r1", 20, "secp384r1", 21, "secp521r1");

    private IkePublicValue() {}

    /** Empty for a group of which none can be made here. */
    static Optional<byte[]> of(int group, SecureRandom random) {
        if (CURVES.containsKey(group)) {
            return Optional.of(point(CURVES.get(group), random));
        }
        return Optional.ofNullable(MODULUS_OCTETS.get(group)).map(octets -> number(octets, random));
    }

    /** Of so many octets, and smaller than the modulus, whose first ones are all ones. */
    private static byte[] number(int octets, SecureRandom random) {
        byte[] number = new byte[octets];
        random.nextBytes(number);
        number[0] &= 0x3F;
        number[octets - 1] &= 0x3F;
        number[octets - 1] |= 0x02;
        return number;
    }

    private static byte[] point(String curve, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
            int octets = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
            byte[] point = new byte[2 * octets];
            write(key.getW().getAffineX(), point, octets);
            write(key.getW().getAffineY(), point, 2 * octets);
            return point;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(curve, e);
        }
    }

    private static void write(BigInteger coordinate, byte[] into, int end) {
        byte[] octets = coordinate.toByteArray();
        int from = octets[0] == 0 && octets.length > 1 ? 1 : 0;
        System.arraycopy(octets, from, into, end - octets.length + from, octets.length - from);
    }
}
