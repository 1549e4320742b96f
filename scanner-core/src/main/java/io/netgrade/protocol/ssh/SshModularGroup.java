// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Diffie-Hellman in a group of numbers modulo a prime (RFC 4253 8, RFC 8268, RFC 4419). */
final class SshModularGroup implements SshAgreement {
    /** The largest that a server may impose in a group exchange: the cost of a hostile one grows with its cube. */
    static final int MOST_BITS = 8192;

    static final int LEAST_BITS = 1024;

    /** Twice the strength of the largest group, which is as much as any hash here gives (RFC 4419 6.2). */
    private static final int EXPONENT_BITS = 512;

    private static final Map<String, BigInteger> FIXED = fixed();

    private final BigInteger modulus;
    private final BigInteger exponent;
    private final BigInteger generator;

    private SshModularGroup(BigInteger modulus, BigInteger generator, SecureRandom random) {
        this.modulus = modulus;
        byte[] bits = new byte[EXPONENT_BITS / 8];
        random.nextBytes(bits);
        this.exponent = new BigInteger(1, bits).setBit(EXPONENT_BITS - 1);
        this.generator = generator;
    }

    /** @param name such as {@code group14}, of those in {@code groups.tsv} */
    static SshModularGroup fixed(String name, SecureRandom random) {
        return new SshModularGroup(Objects.requireNonNull(FIXED.get(name)), BigInteger.TWO, random);
    }

    /** A group that the server chose; empty where it is none or too large to be worth the work. */
    static Optional<SshModularGroup> chosen(byte[] modulus, byte[] generator, SecureRandom random) {
        if (modulus.length == 0 || modulus.length > MOST_BITS / 8 + 1 || generator.length == 0) {
            return Optional.empty();
        }
        BigInteger p = new BigInteger(modulus);
        BigInteger g = new BigInteger(generator);
        boolean fits = p.signum() > 0 && p.testBit(0) && p.bitLength() <= MOST_BITS && p.bitLength() > 2;
        return fits && isWithin(g, p) ? Optional.of(new SshModularGroup(p, g, random)) : Optional.empty();
    }

    int bits() {
        return modulus.bitLength();
    }

    @Override
    public byte[] publicValue() {
        return generator.modPow(exponent, modulus).toByteArray();
    }

    @Override
    public Optional<BigInteger> secret(byte[] serverValue) {
        if (serverValue.length == 0 || serverValue.length > modulus.bitLength() / 8 + 1) {
            return Optional.empty();
        }
        BigInteger f = new BigInteger(serverValue);
        return isWithin(f, modulus) ? Optional.of(f.modPow(exponent, modulus)) : Optional.empty();
    }

    /** Between 1 and p - 1, neither of them counted (RFC 4253 8). */
    private static boolean isWithin(BigInteger number, BigInteger modulus) {
        return number.compareTo(BigInteger.ONE) > 0 && number.compareTo(modulus.subtract(BigInteger.ONE)) < 0;
    }

    private static Map<String, BigInteger> fixed() {
        InputStream table = Objects.requireNonNull(SshModularGroup.class.getResourceAsStream("groups.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> new BigInteger(row[1], 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
