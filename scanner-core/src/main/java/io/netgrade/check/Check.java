// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/**
 * A pure question about one endpoint. The profile sets the bar; the check only measures.
 *
 * <p>It looks at the observations of its fact alone and, where they do not decide, at the eye and at the {@link Endings} of
 * the attempts. Which endpoint it is and in which frames it was seen say nothing, so what it says of one endpoint it says of every
 * one at which it sees the same.
 */
public interface Check {
    /** {@code protocol.subject} in kebab-case, such as {@code ssh.key-exchange}. */
    String id();

    /** One sentence: what is measured, and where it comes from. */
    String meaning();

    /** The fact that it measures. */
    FactType fact();

    /** The field of that fact which a clause compares when it names none. */
    String field();

    /**
     * @param seen everything seen at one endpoint
     * @param asOf the moment to judge as of; empty for the moment each fact was observed
     */
    Verdict judge(Observations seen, Bar bar, Optional<Instant> asOf);

    /**
     * Which clauses of the bar an observation of the check's fact breaks among those that compare moments. What
     * {@link #judge} says depends on the moment of observation in nothing else.
     */
    BitSet momentsBroken(Observation seen, Bar bar, Optional<Instant> asOf);
}
