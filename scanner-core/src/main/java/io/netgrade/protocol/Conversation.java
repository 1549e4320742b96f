// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;

/**
 * One side of one exchange, without the socket: bytes in, facts and bytes out. One connection, or one datagram socket on
 * which the runner retransmits what was sent last.
 *
 * <p>The runner owns the connection, the clock, the scope, the pace and the limits of bytes and time. A conversation
 * never logs in, never exploits, and says goodbye where its protocol has a word for it.
 */
public interface Conversation {

    /** Called once, when the endpoint is open. A protocol whose server speaks first sends nothing. */
    default void opened(Peer peer) {}

    /** Called with new bytes, until the answer is not {@link Progress#CONTINUE}. */
    Progress received(Inbox bytes, Peer peer, ObservationSink sink);

    /**
     * Called when the other side closed, or time ran out, before the answer was anything but CONTINUE: a last chance to
     * state what was seen so far.
     *
     * @return whether what was seen is an answer in the protocol
     */
    default boolean ended(ObservationSink sink) {
        return false;
    }

    /** Whether datagrams of the same address are heard from whichever port they come, as those of TFTP do (RFC 1350 §4). */
    default boolean hearsEveryPort() {
        return false;
    }

    /**
     * What it says over SCTP is marked as (RFC 9260 section 3.3.1, IANA's SCTP payload protocol identifiers); 0 for what is
     * not told. Whoever goes over no SCTP has none.
     */
    default long payloadProtocol() {
        return 0;
    }

    /** The other side. */
    interface Peer {
        void send(byte[] bytes);
    }
}
