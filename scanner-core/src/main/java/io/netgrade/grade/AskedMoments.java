// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.fact.Observation;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an ask asks of moments. */
final class AskedMoments {
    private final List<Asked> asked = new ArrayList<>();
    private final Optional<Instant> asOf;

    private record Asked(Check check, Demand.OfCheck demand) {}

    AskedMoments(Ask ask, Map<String, Check> checks, Optional<Instant> asOf) {
        this.asOf = asOf;
        ask.demands().stream().flatMap(demand -> demand.parts().stream()).forEach(part -> {
            Check check = checks.get(part.check());
            if (check != null && part.bar().comparesMoments()) {
                asked.add(new Asked(check, part));
            }
        });
    }

    /** Which comparisons break, of each that it makes of what it looks at. */
    List<BitSet> broken(List<Observation> looked) {
        List<BitSet> broken = List.of();
        for (Asked one : asked) {
            broken = broken.isEmpty() ? new ArrayList<>(looked.size()) : broken;
            for (Observation seen : looked) {
                if (seen.fact().is(one.check().fact())) {
                    broken.add(one.check().momentsBroken(seen, one.demand().bar(), asOf));
                }
            }
        }
        return broken;
    }
}
