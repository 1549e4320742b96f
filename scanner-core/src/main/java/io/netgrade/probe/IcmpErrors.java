// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import java.util.Optional;

/** Tells what ICMP said of a connection that did not open, where its socket keeps that (ip(7), IP_RECVERR). */
public interface IcmpErrors {
    /** Tells nothing; sockets keep nothing then. */
    IcmpErrors NONE = (descriptor, endpoint) -> Optional.empty();

    /** @param detail what was said, and who said it */
    record Said(Attempt.Status status, String detail) {}

    /** What was said last of packets to an endpoint; all that the socket kept is forgotten. Called on one thread. */
    Optional<Said> about(int descriptor, Endpoint endpoint);
}
