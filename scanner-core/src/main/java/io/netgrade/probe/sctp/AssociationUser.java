// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

/** Whom an association works for. It may be called back from each of these. */
public interface AssociationUser {
    /** Sends a packet: its common header and its chunks. */
    void send(byte[] packet);

    /** The other side has taken the association (COOKIE ACK). */
    void opened();

    /**
     * A user message came, whole and in order.
     *
     * @param payloadProtocol its identifier (RFC 9260 section 3.3.1), as the first of its fragments bears it
     */
    void message(long payloadProtocol, byte[] message);

    /**
     * It is over. Told once, and nothing after it.
     *
     * @param detail one line for a reader; empty where the ending says it all
     */
    void ended(Ending ending, String detail);
}
