// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** The opening of a flow, as a test has it. */
public record HeldOpening(
        Transport transport,
        ByteView fromInitiator,
        ByteView fromResponder,
        boolean initiatorKnown,
        int initiatorPort,
        int responderPort)
        implements Opening {

    public static HeldOpening of(Transport transport, int serverPort, byte[] initiator, byte[] responder) {
        return new HeldOpening(transport, ByteView.of(initiator), ByteView.of(responder), true, 40_000, serverPort);
    }

    /** The opening of a TCP connection to a port that tells nothing; texts are ISO 8859-1. */
    public static HeldOpening of(String initiator, String responder) {
        return of(
                Transport.TCP,
                12_345,
                initiator.getBytes(StandardCharsets.ISO_8859_1),
                responder.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same, to another port. */
    public HeldOpening port(int port) {
        return new HeldOpening(transport, fromInitiator, fromResponder, initiatorKnown, initiatorPort, port);
    }

    /** The same, seen from the middle on, so that it is not known who opened it. */
    public HeldOpening late() {
        return new HeldOpening(transport, fromInitiator, fromResponder, false, initiatorPort, responderPort);
    }

    /** The same with the two sides in each other's place. */
    public HeldOpening turned() {
        return new HeldOpening(
                transport,
                /* fromInitiator= */ fromResponder,
                /* fromResponder= */ fromInitiator,
                initiatorKnown,
                /* initiatorPort= */ responderPort,
                /* responderPort= */ initiatorPort);
    }
}
