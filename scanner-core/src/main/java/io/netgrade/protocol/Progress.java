// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** What a reader of bytes wants next. */
public enum Progress {
    /** More bytes. */
    CONTINUE,
    /** Nothing more: no later byte can change its facts. */
    DONE,
    /**
     * Another protocol begins with the next byte of both directions, on the same connection (a proxy's tunnel is open): it
     * is recognised anew, with this one among its layers.
     */
    HANDED_OVER,
    /**
     * These bytes break the protocol's grammar. The facts stated before stand. A stream's reader is ended; of datagrams
     * only this one is no message of the protocol, another protocol may have it, and the reader goes on with the next.
     */
    MALFORMED,
    /** TLS begins with the next byte of both directions, on the same connection (STARTTLS). */
    START_TLS
}
