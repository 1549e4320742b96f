// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.FactType;

/**
 * What the runner itself states of an SCTP association that was accepted and of whose user nothing was heard: that
 * something listens there is all that is known.
 */
public final class UnknownUser {
    /** The id of the protocol that such a service bears. */
    public static final String PROTOCOL = "sctp";

    public static final FactType ASSOCIATION = FactType.of(
                    "sctp.association", "An association that was accepted (RFC 9260 section 5.1, INIT ACK).")
            .flag("accepted", "always true: a refused one is no service");

    private UnknownUser() {}
}
