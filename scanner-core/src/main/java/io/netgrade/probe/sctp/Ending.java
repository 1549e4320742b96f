// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

/** How an association ended. */
public enum Ending {
    /** The other side aborted it (RFC 9260 section 9.1); before it was open: nobody takes associations there. */
    ABORTED,
    /** The other side shut it down (section 9.2). */
    CLOSED,
    /** This side shut it down, or gave it up. */
    LEFT,
    /** More came than is taken. */
    OVERRUN,
    /** What was sent was not acknowledged. */
    SILENT,
    /** The other side broke the rules of SCTP, and was told ABORT. */
    VIOLATED
}
