// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** What one node of a protocol says, as its document has it. */
public interface Spoken {
    /** So many octets that no question of ours is as long: what claims to be longer is not of the protocol. */
    int LONGEST = 4_096;

    /**
     * Octets of the first message of a stream; 0 where more must come to tell.
     *
     * @throws Breach where no message begins so
     */
    int length(ByteBuffer said);

    /**
     * The node's turn after one whole message.
     *
     * @throws Breach where the document forbids the message
     */
    Turn answer(ByteBuffer message, InetSocketAddress asker);
}
