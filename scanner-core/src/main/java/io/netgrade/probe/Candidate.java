// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.protocol.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * A protocol that an endpoint may speak.
 *
 * @param layers what would carry it there: empty, {@code [tls]}, or the protocol in clear that leads to TLS, and {@code
 *     tls} behind it where the protocol is asked again inside
 * @param upgrade the protocol in clear whose STARTTLS leads to it, where one does
 * @param tries exchanges after which it is given up where none was answered
 */
record Candidate(Protocol protocol, List<String> layers, Optional<Protocol> upgrade, int tries) {

    /** Whether it speaks from the connection's first byte on. */
    boolean direct() {
        return layers.isEmpty();
    }

    static Candidate inClear(Protocol protocol, int tries) {
        return new Candidate(protocol, List.of(), Optional.empty(), tries);
    }

    static Candidate insideTls(Protocol protocol) {
        return insideTls(protocol, 1);
    }

    static Candidate insideTls(Protocol protocol, int tries) {
        return new Candidate(protocol, List.of("tls"), Optional.empty(), tries);
    }

    static Candidate afterStartTls(Protocol tls, Protocol clear) {
        return new Candidate(tls, List.of(clear.id()), Optional.of(clear), 1);
    }

    /** The protocol in clear once more, inside the TLS that its own STARTTLS leads to. */
    static Candidate insideStartTls(Protocol clear) {
        return new Candidate(clear, List.of(clear.id(), "tls"), Optional.of(clear), 1);
    }

    /** Whether it is asked inside TLS that the runner opens. */
    boolean insideTls() {
        return layers.contains("tls");
    }
}
