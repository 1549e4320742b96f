// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;

/** What is wanted of a connection beyond the server's answer to a hello. */
sealed interface TlsAim {
    /** Nothing. */
    record Answer() implements TlsAim {}

    /** That the handshake of TLS 1.3 is finished, to be given a ticket (RFC 8446 §4.6.1). */
    record Ticket() implements TlsAim {}

    /** That a session of TLS 1.3 is resumed (RFC 8446 §2.2). */
    record Resumption(TlsTicket ticket) implements TlsAim {}

    /**
     * That a handshake up to TLS 1.2 is finished.
     *
     * @param ticketWanted whether a ticket is asked for (RFC 5077 §3.2); else a session is kept by its identifier
     * @param resumed the session to resume; empty asks for a new one
     * @param renegotiates whether a second handshake is begun inside, once (RFC 5746 §3.5)
     */
    record Session(boolean ticketWanted, Optional<TlsKeptSession> resumed, boolean renegotiates) implements TlsAim {}
}
