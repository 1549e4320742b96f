// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one ask sees at an endpoint, without which endpoint it is and in which frames. Where two are equal, the ask says the
 * same of both endpoints and rests on the same places of what it sees: the same facts of the same services in the same
 * order, by the same eye, as early or late as the ask cares.
 */
final class Likeness {
    private final List<Observation> seen;
    private final boolean captured;
    private final List<BitSet> moments;
    private final int hash;

    /**
     * @param seen what the ask looks at, in the order of {@link SeenOrder}, no two of a tie
     * @param captured whether a capture shows the endpoint, though it may show nothing that the ask looks at
     * @param moments which comparisons of moments break, of each that the ask makes
     */
    Likeness(List<Observation> seen, boolean captured, List<BitSet> moments) {
        this.seen = seen;
        this.captured = captured;
        this.moments = moments;
        int mixed = 31 * moments.hashCode() + Boolean.hashCode(captured);
        for (Observation one : seen) {
            mixed = 31 * mixed + one.fact().hashCode();
            mixed = 31 * mixed + one.service().confidence().hashCode();
        }
        this.hash = mixed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Likeness likeness
                        && hash == likeness.hash
                        && captured == likeness.captured
                        && moments.equals(likeness.moments)
                        && isLike(likeness.seen));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private boolean isLike(List<Observation> others) {
        if (seen.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!isLike(seen.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLike(Observation left, Observation right) {
        Sighting one = left.service();
        Sighting other = right.service();
        return left.fact().equals(right.fact())
                && one.confidence() == other.confidence()
                && one.protocol().equals(other.protocol())
                && one.layers().equals(other.layers())
                && left.evidence().source() == right.evidence().source();
    }
}
