// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Check;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a control asks from one level on. A control whose bar tightens has several, lowest level first; at a level, the
 * ask with the highest level that is not above it holds (and those below it hold with it).
 *
 * @param advisory shown, but blocks no level
 * @param demands all must hold, in the order of the profile; never empty, one for each check
 */
public record Ask(Level level, Severity severity, boolean advisory, List<Demand> demands) {
    public Ask {
        demands = List.copyOf(demands);
        if (demands.isEmpty()) {
            throw new IllegalArgumentException("an ask without a demand would let everything pass");
        }
    }

    /**
     * The ask as it is put at an endpoint: without what it demands of protocols that the control is about and that are not
     * spoken there. Itself where that would leave nothing, or leaves everything.
     */
    public Ask at(Applies applies, Observations seen) {
        if (demands.size() == 1 && demands.get(0) instanceof Demand.OfCheck) {
            return this;
        }
        List<Demand> put = demands.stream()
                .flatMap(demand -> demand.at(applies, seen).stream())
                .toList();
        return put.isEmpty() || put.equals(demands) ? this : new Ask(level, severity, advisory, put);
    }

    /**
     * The verdict over all demands, and the check that decided it.
     *
     * @param seen everything seen at one endpoint
     * @param asOf the moment to judge as of; empty for the moment each fact was observed
     */
    public Decision judge(Map<String, Check> checks, Observations seen, Optional<Instant> asOf) {
        if (demands.size() == 1) {
            return demands.get(0).judge(checks, seen, asOf);
        }
        return Decision.worstOf(
                demands.stream().map(demand -> demand.judge(checks, seen, asOf)).toList());
    }

    /** @param check the id of the first check with the verdict's result */
    public record Decision(String check, Verdict verdict) {

        /** All of them together, decided by the first with their result. */
        static Decision worstOf(List<Decision> decided) {
            if (decided.size() == 1) {
                return decided.get(0);
            }
            List<Verdict> verdicts = decided.stream().map(Decision::verdict).toList();
            Verdict worst = Verdict.worstOf(verdicts);
            int deciding = verdicts.stream().map(Verdict::result).toList().indexOf(worst.result());
            return new Decision(decided.get(deciding).check(), worst);
        }
    }
}
