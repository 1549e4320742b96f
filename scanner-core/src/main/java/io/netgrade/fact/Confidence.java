// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/** How sure it is that a service speaks the protocol named. Lowest first. */
public enum Confidence {
    /** By its port alone. Never fails a control. */
    PORT,
    /** One side only, or a heuristic. Never fails a control alone. */
    LIKELY,
    /** The protocol's grammar was seen from the server. */
    CONFIRMED
}
