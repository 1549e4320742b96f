// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the accepting flights of one server show besides the version and the suite. */
final class TlsFlightsSeen {
    private static final int MOST_CHAINS = 16;

    private final List<List<byte[]>> chains = new ArrayList<>();
    private final Set<Integer> primes = new TreeSet<>();
    private final Set<Integer> compressions = new LinkedHashSet<>();
    private final Set<Integer> versions = new TreeSet<>();
    private Optional<List<byte[]>> chainOf13 = Optional.empty();
    private Optional<Boolean> renegotiationSecured = Optional.empty();
    private Optional<Boolean> masterSecretExtended = Optional.empty();
    private Optional<Boolean> macLast = Optional.empty();
    private boolean whole;
    private boolean certificateRequested;

    void take(TlsFlight flight) {
        if (!flight.chain().isEmpty()) {
            addChain(flight.chain());
        }
        flight.keyExchange().flatMap(TlsKeyExchange::primeBits).ifPresent(primes::add);
        certificateRequested |= flight.certificateRequested();
        whole |= flight.whole();
        flight.hello().ifPresent(hello -> takeHello(hello, flight.chain()));
    }

    List<List<byte[]>> chains() {
        return List.copyOf(chains);
    }

    /** A chain that was sent under TLS 1.3. */
    Optional<List<byte[]>> chainOf13() {
        return chainOf13;
    }

    /** Lengths of the primes of DHE, in bits. */
    Set<Integer> primes() {
        return primes;
    }

    /** Numbers of the compression methods taken. */
    Set<Integer> compressions() {
        return compressions;
    }

    /** Whether a flight was seen to its end, so that a request for a certificate would have been seen. */
    boolean whole() {
        return whole;
    }

    boolean certificateRequested() {
        return certificateRequested;
    }

    /** In every answer; a server of TLS 1.3 alone does not renegotiate at all. */
    Optional<Boolean> renegotiationSecured() {
        return renegotiationSecured.or(this::only13);
    }

    /** In every answer; TLS 1.3 has it built in. */
    Optional<Boolean> masterSecretExtended() {
        return masterSecretExtended.or(this::only13);
    }

    /** In every answer that took a CBC suite; empty where none did. */
    Optional<Boolean> macLast() {
        return macLast;
    }

    private void takeHello(TlsServerHello hello, List<byte[]> chain) {
        int version = hello.version();
        versions.add(version);
        if (version == TlsVersion.TLS_1_3) {
            chainOf13 = chain.isEmpty() ? chainOf13 : Optional.of(chain);
            return;
        }
        compressions.add(hello.compression());
        renegotiationSecured = both(renegotiationSecured, hello.has(TlsExtension.RENEGOTIATION_INFO));
        if (version > TlsVersion.SSL_3) {
            masterSecretExtended = both(masterSecretExtended, hello.has(TlsExtension.EXTENDED_MASTER_SECRET));
            if (TlsSuite.of(hello.suite()).mode().equals("CBC")) {
                macLast = both(macLast, hello.has(TlsExtension.ENCRYPT_THEN_MAC));
            }
        }
    }

    private Optional<Boolean> only13() {
        return versions.equals(Set.of(TlsVersion.TLS_1_3)) ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Boolean> both(Optional<Boolean> before, boolean now) {
        return Optional.of(before.orElse(true) && now);
    }

    private void addChain(List<byte[]> chain) {
        if (chains.size() < MOST_CHAINS && chains.stream().noneMatch(known -> same(known, chain))) {
            chains.add(chain);
        }
    }

    private static boolean same(List<byte[]> left, List<byte[]> right) {
        return Arrays.deepEquals(left.toArray(), right.toArray());
    }
}
