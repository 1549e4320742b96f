// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** What a reader of bytes wants next. */
public enum Progress {
    /** More bytes. */
    CONTINUE,
    /** Nothing more: no later byte can change its facts. */
    DONE,
    /** These bytes break the protocol's grammar. The facts stated before stand. */
    MALFORMED,
    /** TLS begins with the next byte of both directions, on the same connection (STARTTLS). */
    START_TLS
}
