// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;
import java.util.Set;

/** The order that most servers have their suites in: forward secret first, then authenticated ciphers, then long keys. */
final class TlsUsualOrder {
    private static final int WEAK_BITS = 128;
    private static final int MOST_BITS = 1_023;
    private static final Set<String> AUTHENTICATED = Set.of("GCM", "POLY1305", "CCM");
    private static final Set<String> EPHEMERAL = Set.of("ECDHE", "DHE");
    private static final List<String> CIPHERS = List.of("AES", "CHACHA20", "CAMELLIA", "ARIA", "3DES", "RC4");

    private TlsUsualOrder() {}

    /** Whether servers are met that take it. */
    static boolean isCommon(int number) {
        TlsSuite suite = TlsSuite.of(number);
        boolean certified = Set.of("RSA", "ECDSA").contains(suite.authentication());
        boolean exchanged = isEphemeral(suite) || suite.keyExchange().equals("RSA");
        return certified && exchanged && cipher(suite) < CIPHERS.size() && !suite.isExport();
    }

    /** A number for each suite that is the less the sooner it comes. */
    static long key(int number) {
        TlsSuite suite = TlsSuite.of(number);
        long key = suite.bits() < WEAK_BITS ? 1 : 0;
        key = key << 1 | (isEphemeral(suite) ? 0 : 1);
        key = key << 1 | (AUTHENTICATED.contains(suite.mode()) ? 0 : 1);
        key = key << 1 | (suite.name().endsWith("_SHA") ? 1 : 0);
        key = key << 11 | (MOST_BITS - suite.bits());
        key = key << 3 | cipher(suite);
        key = key << 1 | (suite.keyExchange().equals("ECDHE") ? 0 : 1);
        key = key << 1 | (suite.name().endsWith("_CCM") ? 1 : 0);
        return key << Character.SIZE | suite.number();
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
