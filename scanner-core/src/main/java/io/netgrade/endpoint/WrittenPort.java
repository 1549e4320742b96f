// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.util.Optional;
import java.util.OptionalInt;

/** What stands behind the colon of a target: a port, perhaps with its transport ({@code 161/udp}). */
record WrittenPort(OptionalInt number, Optional<Transport> transport) {
    static final WrittenPort ANY = new WrittenPort(OptionalInt.empty(), Optional.empty());

    /** @throws IllegalArgumentException saying what is wrong with it */
    static WrittenPort of(String written) {
        int slash = written.indexOf('/');
        String digits = slash < 0 ? written : written.substring(0, slash);
        int port = LiteralAddress.number(digits, 10, 5);
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("'" + digits + "' is not a port from 1 to 65535");
        }
        return new WrittenPort(
                OptionalInt.of(port),
                slash < 0 ? Optional.empty() : Optional.of(transport(written.substring(slash + 1))));
    }

    private static Transport transport(String word) {
        return switch (word) {
            case "tcp" -> Transport.TCP;
            case "udp" -> Transport.UDP;
            default -> throw new IllegalArgumentException("'" + word + "' is not tcp or udp");
        };
    }
}
