// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured of a certificate's key. Read from its encoding alone: no arithmetic is done with a hostile key.
 *
 * @param algorithm RSA EC DSA Ed25519 Ed448 SM2, else the object identifier
 * @param bits of the RSA or DSA modulus, or of the curve's field
 * @param curve name of the named curve
 */
record TlsPublicKey(String algorithm, Optional<Integer> bits, Optional<String> curve) {

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String ELLIPTIC = "1.2.840.10045.2.1";

    /** The keys that nearly all certificates have, by the identifier of their algorithm or of their curve. */
    private static final Map<String, TlsPublicKey> USUAL = Map.of(
            "1.2.840.10045.3.1.7", new TlsPublicKey("EC", Optional.of(256), Optional.of("secp256r1")),
            "1.3.132.0.34", new TlsPublicKey("EC", Optional.of(384), Optional.of("secp384r1")),
            "1.3.132.0.35", new TlsPublicKey("EC", Optional.of(521), Optional.of("secp521r1")),
            "1.2.156.10197.1.301", new TlsPublicKey("SM2", Optional.of(256), Optional.of("curveSM2")));

    /** A key of one of the usual kinds, read without BouncyCastle; empty for another. */
    static Optional<TlsPublicKey> plain(byte[] encoded) {
        List<byte[]> parts = Der.elements(encoded);
        List<byte[]> algorithm = parts.size() == 2 ? Der.elements(parts.get(0)) : List.of();
        String identifier = algorithm.isEmpty() ? "" : Der.identifier(algorithm.get(0));
        if (identifier.equals(ELLIPTIC) && algorithm.size() == 2) {
            return Optional.ofNullable(USUAL.get(Der.identifier(algorithm.get(1))));
        }
        return identifier.equals(RSA) ? plainRsa(Der.content(parts.get(1))) : Optional.empty();
    }

    /** RFC 8017 §A.1.1, behind the byte that counts unused bits. */
    private static Optional<TlsPublicKey> plainRsa(byte[] bits) {
        boolean whole = bits.length > 1 && bits[0] == 0;
        List<byte[]> numbers = whole ? Der.elements(Arrays.copyOfRange(bits, 1, bits.length)) : List.of();
        byte[] modulus = numbers.size() == 2 ? Der.content(numbers.get(0)) : new byte[0];
        return modulus.length > 0 && modulus[0] >= 0
                ? Optional.of(
                        new TlsPublicKey("RSA", Optional.of(new BigInteger(modulus).bitLength()), Optional.empty()))
                : Optional.empty();
    }
}
