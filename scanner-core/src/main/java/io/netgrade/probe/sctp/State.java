// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

/** RFC 9260 section 4; a state that is not there is not needed by a side that only opens. */
enum State {
    CLOSED,
    COOKIE_WAIT,
    COOKIE_ECHOED,
    ESTABLISHED,
    SHUTDOWN_PENDING,
    SHUTDOWN_SENT,
    SHUTDOWN_RECEIVED,
    SHUTDOWN_ACK_SENT;

    /** Whether the user may say something, now or once it is open. */
    boolean takesMessages() {
        return this == COOKIE_WAIT || this == COOKIE_ECHOED || this == ESTABLISHED;
    }

    /** Whether DATA of the other side is taken. */
    boolean receives() {
        return this == ESTABLISHED || this == SHUTDOWN_PENDING || this == SHUTDOWN_SENT;
    }

    /** Whether DATA of this side leaves, and is acknowledged. */
    boolean sends() {
        return this == ESTABLISHED || this == SHUTDOWN_PENDING || this == SHUTDOWN_RECEIVED;
    }

    /** Whether only the end is still to be acknowledged. */
    boolean leaves() {
        return this == SHUTDOWN_SENT || this == SHUTDOWN_ACK_SENT;
    }
}
