// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshAgreementTest {
    private final RepeatableRandom random = new RepeatableRandom();

    @Test
    void agreesOnCurve25519() {
        assertThatTheyAgree(new SshCurve25519(random), new SshCurve25519(random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void agreesOnEllipticCurves(String curve) {
        assertThatTheyAgree(new SshEllipticCurve(curve, random), new SshEllipticCurve(curve, random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group1", "group14", "group15", "group16", "group17", "group18"})
    void agreesInFixedGroups(String group) {
        assertThatTheyAgree(SshModularGroup.fixed(group, random), SshModularGroup.fixed(group, random));
    }

    @Test
    void holdsTheModuliOfTheRfcs() {
        // 2^n - 2^(n-64) - 1 + 2^64 * (...): the 64 bits at either end are ones (RFC 2409 6.2, RFC 3526).
        int[] sizes = {1024, 2048, 3072, 4096, 6144, 8192};
        String[] names = {"group1", "group14", "group15", "group16", "group17", "group18"};
        for (int i = 0; i < sizes.length; i++) {
            assertThat(SshModularGroup.fixed(names[i], random).bits()).isEqualTo(sizes[i]);
        }
    }

    @Test
    void refusesPointsOfSmallOrderAndWrongLengths() {
        SshCurve25519 ours = new SshCurve25519(random);

        assertThat(ours.secret(new byte[32])).isEmpty();
        assertThat(ours.secret(new byte[31])).isEmpty();
        assertThat(ours.secret(new byte[33])).isEmpty();
        assertThat(ours.secret(new byte[0])).isEmpty();
    }

    @Test
    void refusesPointsOffTheCurve() {
        SshEllipticCurve ours = new SshEllipticCurve("secp256r1", random);
        byte[] off = new SshEllipticCurve("secp256r1", random).publicValue();
        off[64] ^= 1;
        byte[] large = new byte[65];
        Arrays.fill(large, (byte) 0xFF);
        large[0] = 4;

        assertThat(ours.secret(off)).isEmpty();
        assertThat(ours.secret(large)).isEmpty();
        assertThat(ours.secret(new byte[] {4})).isEmpty();
        assertThat(ours.secret(new byte[0])).isEmpty();
        assertThat(ours.secret(HexFormat.of().parseHex("04" + "00".repeat(64)))).isEmpty();
    }

    @Test
    void refusesPowersOutsideTheGroup() {
        BigInteger modulus = BigInteger.valueOf(23);
        SshModularGroup ours = SshModularGroup.chosen(modulus.toByteArray(), new byte[] {5}, random)
                .orElseThrow();

        for (int outside : new int[] {-5, 0, 1, 22, 23, 24}) {
            assertThat(ours.secret(BigInteger.valueOf(outside).toByteArray())).isEmpty();
        }
        assertThat(ours.secret(new byte[0])).isEmpty();
        assertThat(ours.secret(new byte[30_000])).isEmpty();
        assertThat(ours.secret(new byte[] {2})).isPresent();
    }

    @Test
    void refusesGroupsThatAreNone() {
        BigInteger tooLarge = BigInteger.ONE.shiftLeft(8192).add(BigInteger.ONE);
        byte[] two = {2};

        assertThat(SshModularGroup.chosen(new byte[0], two, random)).isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {0}, two, random)).isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {-5}, two, random)).isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {3}, two, random)).isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {24}, two, random)).isEmpty();
        assertThat(SshModularGroup.chosen(tooLarge.toByteArray(), two, random)).isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {23}, new byte[0], random)).isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {23}, new byte[] {1}, random))
                .isEmpty();
        assertThat(SshModularGroup.chosen(new byte[] {23}, new byte[] {22}, random))
                .isEmpty();
    }

    /** RFC 8439 2.5.2. */
    @Test
    void computesTheTagOfTheRfc() {
        byte[] key = HexFormat.of().parseHex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
        byte[] message = "Cryptographic Forum Research Group".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(SshChaChaProtection.poly1305(key, message))
                .isEqualTo(HexFormat.of().parseHex("a8061dc1305136c6c22b8baf0c0127a9"));
    }

    private static void assertThatTheyAgree(SshAgreement one, SshAgreement other) {
        assertThat(one.secret(other.publicValue())).isPresent().isEqualTo(other.secret(one.publicValue()));
    }
}
