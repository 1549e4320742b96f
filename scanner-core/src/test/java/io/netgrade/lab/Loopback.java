// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.security.SecureRandom;

/** Loopback addresses that nobody else uses. */
final class Loopback {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Of 127.0.0.0/8 below this, others of the lab have addresses of their own. */
    private static final int FIRST = 48;

    private Loopback() {}

    /** An address of a server's own: it has its usual port there, whatever runs beside. */
    static String ownAddress() {
        return "127.%d.%d.%d".formatted(FIRST + RANDOM.nextInt(200), RANDOM.nextInt(256), 1 + RANDOM.nextInt(254));
    }
}
