// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Locale;

/** How a server takes it that a client begins a second handshake in a session up to TLS 1.2 (RFC 5246 §7.4.1.2). */
enum TlsRenegotiation {
    /** It answers with a hello. */
    ACCEPTED,
    /** It closes the connection without an alert of refusal. */
    CLOSED,
    /** It says nothing for as long as an exchange lasts. */
    IGNORED,
    /** It refuses by an alert: no_renegotiation, or a fatal one. */
    REFUSED;

    /** As facts write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
