// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observations;
import io.netgrade.profile.Automation;
import io.netgrade.profile.Level;
import io.netgrade.yaml.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Searches what lifts one unit. */
final class LiftSearch {
    private static final Comparator<LiftFix> MOST_FIRST =
            Comparator.comparing((LiftFix fix) -> -fix.removes()).thenComparing(LiftFix::severity);

    private final List<Finding> findings;
    private final EndingServices ending;

    /** @param findings all of the unit */
    LiftSearch(List<Finding> findings, SeenEndpoints seen, Map<String, Check> checks) {
        this.findings = findings;
        Map<Endpoint, Observations> there = new HashMap<>();
        seen.all().forEach(one -> there.put(one.endpoint(), one.seen()));
        this.ending = new EndingServices(checks, there);
    }

    /** To the next level and to the one asked, where that is not held: one where both are the same. */
    List<LiftTo> all(Interval held, Optional<Level> next, Optional<Level> asked) {
        Optional<Level> missing = asked.filter(level -> held.against(asked) != Outcome.MEETS);
        List<LiftTo> lifts = new ArrayList<>();
        next.ifPresent(level -> lifts.add(to(level, true, missing.equals(next))));
        missing.filter(level -> !missing.equals(next)).ifPresent(level -> lifts.add(to(level, false, true)));
        return lifts;
    }

    private LiftTo to(Level level, boolean next, boolean asked) {
        List<Finding> failed = below(level, finding -> finding.is(Result.FAIL) && !finding.waived());
        Map<Endpoint, Finding> ends = new HashMap<>();
        failed.stream()
                .filter(ending::endsBy)
                .forEach(finding -> ends.putIfAbsent(finding.endpoint().orElseThrow(), finding));
        List<Finding> open = below(level, finding -> finding.is(Result.UNKNOWN));
        return new LiftTo(level, next, asked, fixes(level, failed, open, ends), decisions(open, ends));
    }

    private List<Finding> below(Level level, Predicate<Finding> stops) {
        List<Finding> some = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.level().compareTo(level) <= 0 && stops.test(finding)) {
                some.add(finding);
            }
        }
        return some;
    }

    private static List<LiftFix> fixes(
            Level level, List<Finding> failed, List<Finding> open, Map<Endpoint, Finding> ends) {
        Map<Text, FixesOfOneRemedy> remedies = new LinkedHashMap<>();
        for (Finding finding : failed) {
            Finding mended = endedBy(finding, ends).orElse(finding);
            remedies.computeIfAbsent(mended.control().remedy(), FixesOfOneRemedy::new)
                    .removes(mended, finding);
        }
        for (Finding finding : open) {
            endedBy(finding, ends)
                    .ifPresent(
                            mended -> remedies.computeIfAbsent(mended.control().remedy(), FixesOfOneRemedy::new)
                                    .settles(mended, finding));
        }
        return remedies.values().stream()
                .map(remedy -> remedy.fix(level))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static List<LiftDecision> decisions(List<Finding> open, Map<Endpoint, Finding> ends) {
        record Step(UnknownReason reason, boolean attestable) {}
        Map<Step, List<Finding>> steps = new LinkedHashMap<>();
        for (Finding finding : open) {
            if (endedBy(finding, ends).isEmpty()) {
                boolean attestable = finding.control().automation() == Automation.PARTIAL
                        && finding.endpoint().isPresent();
                Step step = new Step(finding.verdict().unknown().orElseThrow(), attestable);
                steps.computeIfAbsent(step, any -> new ArrayList<>()).add(finding);
            }
        }
        return steps.entrySet().stream()
                .map(entry ->
                        new LiftDecision(entry.getKey().reason(), entry.getKey().attestable(), entry.getValue()))
                .sorted(Comparator.comparing(
                        (LiftDecision decision) -> -decision.decides().size()))
                .toList();
    }

    private static Optional<Finding> endedBy(Finding finding, Map<Endpoint, Finding> ends) {
        return finding.endpoint().map(ends::get);
    }
}
