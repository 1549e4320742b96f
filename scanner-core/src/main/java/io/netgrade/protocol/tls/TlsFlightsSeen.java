// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the accepting flights of one server show besides the version and the suite. */
final class TlsFlightsSeen {
    private static final int MOST_CHAINS = 16;

    private final Set<Integer> primes = new TreeSet<>();
    private final Set<Integer> compressions = new LinkedHashSet<>();
    private final Set<Integer> versions = new TreeSet<>();
    private Optional<List<byte[]>> chainOf13 = Optional.empty();
    private Optional<Boolean> renegotiationSecured = Optional.empty();
    private Optional<Boolean> masterSecretExtended = Optional.empty();
    private Optional<Boolean> macLast = Optional.empty();
    private final List<TlsChainSent> chainsSent = new ArrayList<>();
    private final Set<String> resumptions = new TreeSet<>();
    private final Map<Integer, Set<Integer>> schemes = new TreeMap<>();
    private final Map<Integer, Set<Integer>> curves = new TreeMap<>();
    private Optional<Integer> openedGroup = Optional.empty();
    private boolean whole;
    private boolean certificateRequested;

    void take(TlsFlight flight) {
        if (!flight.chain().isEmpty()) {
            addChain(flight);
        }
        flight.keyExchange().flatMap(TlsKeyExchange::primeBits).ifPresent(primes::add);
        flight.earlyData().ifPresent(most -> resumptions.add("psk"));
        certificateRequested |= flight.certificateRequested();
        whole |= flight.whole();
        flight.hello().ifPresent(hello -> takeHello(hello, flight));
    }

    List<List<byte[]>> chains() {
        return chainsSent.stream().map(TlsChainSent::chain).toList();
    }

    /** The same with what came beside them. */
    List<TlsChainSent> chainsSent() {
        return List.copyOf(chainsSent);
    }

    /** By what the server offers to resume a session: session-id, ticket, psk. */
    List<String> resumptions() {
        return List.copyOf(resumptions);
    }

    /** The schemes by which it was seen to sign in a version. */
    Set<Integer> schemes(int version) {
        return schemes.getOrDefault(version, Set.of());
    }

    /** The curves that it was seen to take in a version up to TLS 1.2. */
    Set<Integer> curves(int version) {
        return curves.getOrDefault(version, Set.of());
    }

    /** A group in which a flight of TLS 1.3 could be opened. */
    Optional<Integer> openedGroup() {
        return openedGroup;
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

    private void takeHello(TlsServerHello hello, TlsFlight flight) {
        int version = hello.version();
        versions.add(version);
        flight.scheme()
                .ifPresent(scheme -> schemes.computeIfAbsent(version, any -> new LinkedHashSet<>())
                        .add(scheme));
        flight.keyExchange()
                .flatMap(TlsKeyExchange::group)
                .ifPresent(group -> curves.computeIfAbsent(version, any -> new LinkedHashSet<>())
                        .add(group));
        if (version == TlsVersion.TLS_1_3) {
            if (!flight.chain().isEmpty()) {
                chainOf13 = Optional.of(flight.chain());
                openedGroup = hello.group().or(() -> openedGroup);
            }
            return;
        }
        if (hello.session().length > 0) {
            resumptions.add("session-id");
        }
        if (hello.has(TlsExtension.SESSION_TICKET)) {
            resumptions.add("ticket");
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

    private void addChain(TlsFlight flight) {
        TlsChainSent sent = new TlsChainSent(flight.chain(), flight.staple(), flight.timestamps());
        for (int i = 0; i < chainsSent.size(); i++) {
            if (same(chainsSent.get(i).chain(), flight.chain())) {
                chainsSent.set(i, chainsSent.get(i).with(sent));
                return;
            }
        }
        if (chainsSent.size() < MOST_CHAINS) {
            chainsSent.add(sent);
        }
    }

    private static boolean same(List<byte[]> left, List<byte[]> right) {
        return Arrays.deepEquals(left.toArray(), right.toArray());
    }
}
