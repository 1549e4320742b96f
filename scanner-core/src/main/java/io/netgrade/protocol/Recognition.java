// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** Whether the opening of a flow belongs to a protocol, and who then serves. */
public enum Recognition {
    /** Its grammar allows the bytes, and only the port tells it from others; the side with a usual port serves. */
    BY_PORT,
    /**
     * Its shape alone allows the bytes, as of a flow of which the telling part was not captured; who serves is not told. The
     * service is never more than likely, as with {@link Strength#SHAPE}.
     */
    BY_SHAPE,
    /** It does, by the protocol's grammar; the initiator serves (FTP data, reverse connections, a capture begun late). */
    INITIATOR_SERVES,
    /** Too few bytes to tell; asked again with more. */
    NEED_MORE,
    /** It does not. */
    NO,
    /** It does, by the protocol's grammar; there is no server: each side that speaks is a service of its own. */
    PEERS,
    /** It does, by the protocol's grammar; the responder serves. */
    RESPONDER_SERVES,
    /** It does, but the bytes do not tell who serves: the one who was connected to, or else the lower port. */
    SERVER_UNKNOWN
}
