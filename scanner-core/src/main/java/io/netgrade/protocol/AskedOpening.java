// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Transport;
import io.netgrade.wire.ByteView;

/**
 * A flow that a probe has opened: it is the client, and every byte is known from the first one on.
 *
 * @param responderPort the port that was asked
 */
record AskedOpening(
        Transport transport, int responderPort, ByteView fromInitiator, ByteView fromResponder, Carriage carriage)
        implements Opening {
    @Override
    public boolean initiatorKnown() {
        return true;
    }

    /** Of a socket that the system chose: it tells nothing. */
    @Override
    public int initiatorPort() {
        return 0;
    }
}
