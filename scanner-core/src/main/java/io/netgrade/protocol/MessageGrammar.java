// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;

/** Messages that tell their own length, and what is read of them. One object per flow. */
public interface MessageGrammar {
    /** The length of what the bytes begin is not sound. */
    long BROKEN = -1;

    /** There are too few bytes to tell the length. */
    long UNKNOWN = 0;

    /** Of a longer message only so many octets are looked at; more cost copying where they come in several pieces. */
    default int octetsRead() {
        return MessageDissector.OCTETS_READ;
    }

    /** Octets of the message that begins here, header and all; {@link #UNKNOWN} or {@link #BROKEN}. */
    long length(Direction direction, ByteView unread);

    /**
     * Reads one message.
     *
     * @param message of a long one only the first {@link #octetsRead}
     * @return as {@link Dissector#dissect}; the message is consumed whatever the answer
     */
    Progress read(Direction direction, ByteView message, ObservationSink sink);
}
