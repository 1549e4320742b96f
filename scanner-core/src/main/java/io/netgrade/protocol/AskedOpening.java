// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.wire.ByteView;

/**
 * A flow that a probe has opened: it is the client, and every byte is known from the first one on.
 *
 * @param endpoint that was asked
 */
record AskedOpening(Endpoint endpoint, ByteView fromInitiator, ByteView fromResponder) implements Opening {
    @Override
    public Transport transport() {
        return endpoint.transport();
    }

    @Override
    public boolean initiatorKnown() {
        return true;
    }

    /** Of a socket that the system chose: it tells nothing. */
    @Override
    public int initiatorPort() {
        return 0;
    }

    @Override
    public int responderPort() {
        return endpoint.port();
    }
}
