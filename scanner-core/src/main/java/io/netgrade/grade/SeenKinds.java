// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Endings;
import io.netgrade.fact.Observations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoints by all that was seen there: many services of an operator are configured alike, and to those of a kind every
 * ask says the same, but for what it says of moments.
 */
final class SeenKinds {
    private final Kind[] kinds;

    /** Endpoints that are alike: one object for all of them. */
    static final class Kind {
        private final Endings endings;
        private boolean single = true;

        Kind(Endings endings) {
            this.endings = endings;
        }

        Endings endings() {
            return endings;
        }

        /** Whether it is of one endpoint only, or of one that cannot be told to be like others. */
        boolean single() {
            return single;
        }
    }

    private record Look(Likeness likeness, Endings endings) {}

    SeenKinds(List<EndpointSeen> endpoints) {
        Map<Look, Kind> known = new HashMap<>();
        Map<Endings, Endings> same = new HashMap<>();
        kinds = new Kind[endpoints.size()];
        for (int i = 0; i < kinds.length; i++) {
            Observations seen = endpoints.get(i).seen();
            Endings endings = same.computeIfAbsent(Endings.of(seen), first -> first);
            Kind own = new Kind(endings);
            kinds[i] = own;
            if (!SeenOrder.haveTies(seen.all())) {
                Kind before = known.putIfAbsent(new Look(new Likeness(seen.all(), false, List.of()), endings), own);
                if (before != null) {
                    before.single = false;
                    kinds[i] = before;
                }
            }
        }
    }

    /** The kind of an endpoint, by its place. */
    Kind at(int place) {
        return kinds[place];
    }
}
