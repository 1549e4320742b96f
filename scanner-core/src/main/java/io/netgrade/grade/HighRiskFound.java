// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.profile.HighRiskCase;
import io.netgrade.profile.HighRiskCases;
import io.netgrade.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A high-risk case that failed controls of a unit make. netgrade's own reading, no evaluator's conclusion: whether a
 * mitigation holds, and whether it is a major hidden risk, a person judges.
 *
 * @param failed never empty; waived ones are among them, as a case is counted as found
 */
public record HighRiskFound(String unit, HighRiskCase highRisk, List<Finding> failed) {
    public HighRiskFound {
        failed = List.copyOf(failed);
    }

    /** Of each unit, in the order of the guide: the cases that hold at the level asked of it, or all where none is. */
    public static List<HighRiskFound> of(Assessment assessment) {
        HighRiskCases known = assessment.profile().highRisks();
        if (known.cases().isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, List<Finding>>> failed = failed(assessment.findings());
        List<HighRiskFound> found = new ArrayList<>();
        for (UnitGrade unit : assessment.units()) {
            Map<String, List<Finding>> own = failed.getOrDefault(unit.id(), Map.of());
            for (HighRiskCase one : known.cases()) {
                List<Finding> making = one.controls().stream()
                        .flatMap(control -> own.getOrDefault(control, List.of()).stream())
                        .toList();
                if (!making.isEmpty() && holds(one, unit, assessment.profile())) {
                    found.add(new HighRiskFound(unit.id(), one, making));
                }
            }
        }
        return found;
    }

    private static boolean holds(HighRiskCase one, UnitGrade unit, Profile profile) {
        return unit.required().isEmpty()
                || profile.level(one.from())
                        .filter(from -> from.compareTo(unit.required().get()) <= 0)
                        .isPresent();
    }

    private static Map<String, Map<String, List<Finding>>> failed(List<Finding> findings) {
        Map<String, Map<String, List<Finding>>> failed = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.is(Result.FAIL)) {
                failed.computeIfAbsent(finding.unit(), any -> new HashMap<>())
                        .computeIfAbsent(finding.control().id(), any -> new ArrayList<>())
                        .add(finding);
            }
        }
        return failed;
    }

    /** Ids of the controls that make it, each once. */
    public List<String> controls() {
        return failed.stream().map(finding -> finding.control().id()).distinct().toList();
    }
}
