// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Transport;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/**
 * The first bytes of a flow, both ways, as far as they are known. Valid during the call only.
 *
 * <p>For a stream, the bytes in order from its beginning, or from where the capture begins. For datagrams, one datagram,
 * on the side that sent it. What a probe heard from a server that speaks first is an opening too: the server's bytes are
 * the responder's.
 */
public interface Opening {
    Transport transport();

    /** Said by the side that opened the flow, or that was seen first. */
    ByteView fromInitiator();

    /** Said by the other side. */
    ByteView fromResponder();

    /**
     * Whether the opening of the connection itself (TCP SYN) was seen: the initiator is surely the client, and the bytes
     * are from the stream's first one.
     */
    boolean initiatorKnown();

    /** Port of the initiator. A tie-breaker at most. */
    int initiatorPort();

    /** Port of the responder. A tie-breaker at most. For {@link Transport#IP} both are the IP protocol number. */
    int responderPort();

    /** What the headers below tell of these bytes. */
    default Carriage carriage() {
        return Carriage.UNKNOWN;
    }

    /**
     * A reader of TLS for a protocol that carries it in packets of its own ({@link CarriedTls}); empty where nobody lends
     * one.
     */
    default Optional<Dissector> tls() {
        return Optional.empty();
    }
}
