// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that netgrade knows of one protocol. Whoever adds a protocol implements this and adds it to the catalog. */
public interface Protocol {

    /** The IANA or field name in lower-case kebab-case, such as {@code ssh}; never changes. */
    String id();

    /** The field's name for people, such as {@code SSH}. */
    String title();

    /**
     * The ports it is usually found on; empty where it does not run over that transport. For {@link Transport#IP} the IP
     * protocol numbers (IANA protocol-numbers) that carry it, or from 0x600 the EtherTypes, or libpcap's number of the link
     * type for signalling on its own links (141 MTP 3, 142 SCCP): only those are followed.
     */
    Set<Integer> usualPorts(Transport transport);

    /** Whether it is asked about openings over a transport; one without a usual port there says so itself. */
    default boolean runsOver(Transport transport) {
        return !usualPorts(transport).isEmpty();
    }

    /** Every type of fact that it can state. */
    List<FactType> facts();

    /** Every check that it offers to profiles. */
    List<Check> checks();

    /**
     * What the prober sends and in what order, in one or two sentences for the operator; shown by {@code explain}. Empty
     * where nothing is ever sent.
     */
    String sends();

    /** How much {@link #recognize} proves. */
    default Strength strength() {
        return Strength.GRAMMAR;
    }

    /**
     * The octets with which either side may begin over a transport. An opening of which a side begins otherwise is refused
     * unasked, so {@link #recognize} says {@link Recognition#NO} to it, whatever follows.
     */
    default Octets begins(Transport transport) {
        return Octets.ANY;
    }

    /** Whether a flow that opens so belongs to this protocol. Pure, bounded, allocates nothing; called for every flow. */
    Recognition recognize(Opening opening);

    /**
     * A reader for one recognised flow.
     *
     * @param opening what recognised it; valid during the call only, so a reader copies what it must remember
     */
    Dissector dissect(Opening opening);

    /**
     * The questions to one endpoint.
     *
     * @param layers what carries the protocol there: empty, {@code [tls]} where it is spoken inside TLS, or its own id and
     *     {@code tls} where its own STARTTLS led there
     * @return empty where netgrade never asks this protocol itself, or not over that transport
     */
    default Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        return Optional.empty();
    }

    /** The same protocol, asking what an operator's consent permits as well. */
    default Protocol asking(Consent consent) {
        return this;
    }

    /** A conversation that leads a connection in clear to the start of TLS; empty where the protocol has no such word. */
    default Optional<Conversation> startTls(Endpoint endpoint) {
        return Optional.empty();
    }

    /** How a conversation of TLS goes on the connection behind {@link #startTls}: as it is, or in packets of the protocol. */
    default Conversation carryingTls(Conversation tls) {
        return tls;
    }

    /** Whether its question may go to a port that is not usual for it, to find out whether it is spoken there. */
    default boolean guessed(Transport transport) {
        return !usualPorts(transport).isEmpty();
    }

    /** Whether the client speaks first, so that a probe of its usual port need not wait for a banner. */
    default boolean clientSpeaksFirst() {
        return true;
    }
}
