// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Check;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * The ask as it is put at an endpoint: of a control that is about several protocols, without what it demands of those
     * that are not spoken there. Itself where that would leave nothing, or leaves everything.
     */
    public Ask at(Applies applies, Observations seen) {
        if (demands.size() == 1) {
            return this;
        }
        List<Demand> put = demands.stream()
                .filter(demand -> applies.puts(demand.check(), seen))
                .toList();
        return put.isEmpty() || put.size() == demands.size() ? this : new Ask(level, severity, advisory, put);
    }

    /**
     * The verdict over all demands, and the check that decided it.
     *
     * @param seen everything seen at one endpoint
     * @param asOf the moment to judge as of; empty for the moment each fact was observed
     */
    public Decision judge(Map<String, Check> checks, Observations seen, Optional<Instant> asOf) {
        if (demands.size() == 1) {
            Demand only = demands.get(0);
            return new Decision(only.check(), judge(only, checks.get(only.check()), seen, asOf));
        }
        List<Verdict> verdicts = demands.stream()
                .map(demand -> judge(demand, checks.get(demand.check()), seen, asOf))
                .toList();
        Verdict worst = Verdict.worstOf(verdicts);
        int deciding = verdicts.stream().map(Verdict::result).toList().indexOf(worst.result());
        return new Decision(demands.get(deciding).check(), worst);
    }

    private static Verdict judge(Demand demand, @Nullable Check check, Observations seen, Optional<Instant> asOf) {
        return check == null
                ? Verdict.unknown(UnknownReason.NOT_ASKED, "this build has no check " + demand.check(), List.of())
                : check.judge(seen, demand.bar(), asOf);
    }

    /** @param check the id of the first check with the verdict's result */
    public record Decision(String check, Verdict verdict) {}
}
