// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The order that most servers have their suites in: forward secret first, then authenticated ciphers, then long keys. */
final class TlsUsualOrder {
    private static final int WEAK_BITS = 128;
    private static final Set<String> AUTHENTICATED = Set.of("GCM", "POLY1305", "CCM");
    private static final Set<String> EPHEMERAL = Set.of("ECDHE", "DHE");
    private static final List<String> CIPHERS = List.of("AES", "CHACHA20", "CAMELLIA", "ARIA", "3DES", "RC4");

    /** Which of two suites comes first. */
    static final Comparator<Integer> FIRST = Comparator.comparing(TlsSuite::of, inOrder());

    private TlsUsualOrder() {}

    /** Whether servers are met that take it. */
    static boolean isCommon(int number) {
        TlsSuite suite = TlsSuite.of(number);
        boolean certified = Set.of("RSA", "ECDSA").contains(suite.authentication());
        boolean exchanged = isEphemeral(suite) || suite.keyExchange().equals("RSA");
        return certified && exchanged && cipher(suite) < CIPHERS.size() && !suite.isExport();
    }

    private static Comparator<TlsSuite> inOrder() {
        return Comparator.comparing((TlsSuite suite) -> suite.bits() < WEAK_BITS)
                .thenComparing(suite -> !isEphemeral(suite))
                .thenComparing(suite -> !AUTHENTICATED.contains(suite.mode()))
                .thenComparing(suite -> suite.name().endsWith("_SHA"))
                .thenComparing(Comparator.comparingInt(TlsSuite::bits).reversed())
                .thenComparing(TlsUsualOrder::cipher)
                .thenComparing(suite -> !suite.keyExchange().equals("ECDHE"))
                .thenComparing(TlsSuite::number);
    }

    private static boolean isEphemeral(TlsSuite suite) {
        return EPHEMERAL.contains(suite.keyExchange())
                && !suite.authentication().equals("PSK");
    }

    private static int cipher(TlsSuite suite) {
        for (int i = 0; i < CIPHERS.size(); i++) {
            if (suite.encryption().startsWith(CIPHERS.get(i))) {
                return i;
            }
        }
        return CIPHERS.size();
    }
}
