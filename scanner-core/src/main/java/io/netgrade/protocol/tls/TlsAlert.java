// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;

/** What an alert record says (RFC 8446 §6). */
record TlsAlert(int level, int description) {
    static final int CLOSE_NOTIFY = 0;
    static final int INAPPROPRIATE_FALLBACK = 86;
    private static final int WARNING = 1;
    private static final int FATAL = 2;

    /** Reads a whole alert; empty for a ciphered one, or one cut short. */
    static Optional<TlsAlert> read(byte[] body) {
        boolean whole = body.length == 2 && (body[0] == WARNING || body[0] == FATAL);
        return whole ? Optional.of(new TlsAlert(body[0], body[1] & 0xFF)) : Optional.empty();
    }

    /** Whether nothing follows it: fatal, or the other side's goodbye. */
    boolean ends() {
        return level == FATAL || description == CLOSE_NOTIFY;
    }

    boolean isFatal() {
        return level == FATAL;
    }

    /** The payload with which netgrade says goodbye. */
    static byte[] goodbye() {
        return new byte[] {WARNING, CLOSE_NOTIFY};
    }
}
