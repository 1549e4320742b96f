// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;

/**
 * What came of a handshake that was to be finished.
 *
 * @param finished whether it was, so that what is not there was not given
 * @param resumed whether the server went on with the session it was offered
 * @param kept a session up to TLS 1.2 to be resumed later
 * @param ticket a session of TLS 1.3 to be resumed later
 * @param renegotiation how the server took a second handshake; empty where none was begun, or nothing is shown
 */
record TlsOutcome(
        boolean finished,
        boolean resumed,
        Optional<TlsKeptSession> kept,
        Optional<TlsTicket> ticket,
        Optional<TlsRenegotiation> renegotiation) {
    static final TlsOutcome NONE = new TlsOutcome(false, false, Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a handshake of TLS 1.3. */
    static TlsOutcome of13(boolean finished, boolean resumed, Optional<TlsTicket> ticket) {
        return new TlsOutcome(finished, resumed, Optional.empty(), ticket, Optional.empty());
    }
}
