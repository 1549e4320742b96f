// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Automation;
import io.netgrade.profile.HighRiskCase;
import io.netgrade.profile.Level;
import io.netgrade.profile.ResultForm;
import io.netgrade.profile.ResultForm.Risk;
import io.netgrade.profile.ResultForm.Verdict;
import io.netgrade.profile.ResultForms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a report template of the scheme would conclude of a unit at the level asked of it. netgrade's own reckoning, no
 * evaluator's conclusion; what nothing shows stays open.
 *
 * @param items how many there are at that level
 * @param met how many of them are shown to be met
 * @param broken how many at least are not met, or only in part
 * @param least of the points, or of the conformity rate in per cent
 * @param most likewise
 * @param risks what is known of each kind of finding that shuts a verdict of the form out, in the order of the kinds
 * @param majorRisks ids of the major hidden risks that high-risk cases which were found may be, where the form asks for them
 * @param verdicts those that nothing seen shuts out, the best first; never empty, and one alone is the conclusion
 */
public record FormConclusion(
        UnitGrade unit,
        Level level,
        ResultForm form,
        int items,
        int met,
        int broken,
        BigDecimal least,
        BigDecimal most,
        List<RiskKnown> risks,
        List<String> majorRisks,
        List<Verdict> verdicts) {
    public FormConclusion {
        risks = List.copyOf(risks);
        majorRisks = List.copyOf(majorRisks);
        verdicts = List.copyOf(verdicts);
    }

    /** Whether there is such a finding. */
    public enum Known {
        /** A case that nothing mitigates, seen in full. */
        THERE,
        /** Everything is shown to be met. */
        NONE,
        /** A person judges it, of what was found or is open. */
        OPEN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record RiskKnown(Risk risk, Known known) {}

    /** Of each unit of which a level is asked, in each form of the profile. */
    public static List<FormConclusion> of(Assessment assessment) {
        if (assessment.profile().forms().isEmpty()) {
            return List.of();
        }
        ResultForms forms = assessment.profile().forms().get();
        Map<String, List<Finding>> findings = new HashMap<>();
        assessment
                .findings()
                .forEach(finding -> findings.computeIfAbsent(finding.unit(), any -> new ArrayList<>())
                        .add(finding));
        List<HighRiskFound> risks = HighRiskFound.of(assessment);
        Map<Level, FormItems> items = new HashMap<>();
        List<FormConclusion> all = new ArrayList<>();
        for (UnitGrade unit : assessment.units()) {
            unit.required().ifPresent(level -> {
                FormItems atLevel = items.computeIfAbsent(
                        level, asked -> new FormItems(assessment.profile(), forms.items(), asked));
                FormMarks marks = new FormMarks(atLevel, findings.getOrDefault(unit.id(), List.of()), level);
                List<HighRiskFound> own = risks.stream()
                        .filter(found -> found.unit().equals(unit.id()))
                        .toList();
                if (marks.all() > 0) {
                    forms.forms().forEach(form -> all.add(of(unit, level, form, marks, own)));
                }
            });
        }
        return all;
    }

    private static FormConclusion of(
            UnitGrade unit, Level level, ResultForm form, FormMarks marks, List<HighRiskFound> cases) {
        FormBounds bounds = FormBounds.of(form, marks);
        List<RiskKnown> risks = List.of(Risk.values()).stream()
                .filter(risk -> form.verdicts().stream()
                        .anyMatch(verdict -> verdict.without().contains(risk)))
                .map(risk -> new RiskKnown(risk, known(risk, marks, cases)))
                .toList();
        boolean countsMajor = risks.stream().anyMatch(one -> one.risk() == Risk.MAJOR_HIDDEN);
        return new FormConclusion(
                unit,
                level,
                form,
                marks.all(),
                marks.met(),
                marks.broken(),
                bounds.shownLeast(),
                bounds.shownMost(),
                risks,
                countsMajor
                        ? cases.stream()
                                .flatMap(one -> one.highRisk().major().stream())
                                .distinct()
                                .sorted()
                                .toList()
                        : List.of(),
                verdicts(form, bounds, risks));
    }

    /** Only a person finds a risk to be medium or major; a high one is sure where nothing may lower it. */
    private static Known known(Risk risk, FormMarks marks, List<HighRiskFound> cases) {
        if (marks.met() == marks.all() && cases.isEmpty()) {
            return Known.NONE;
        }
        boolean sure = risk == Risk.HIGH && cases.stream().anyMatch(FormConclusion::sure);
        return sure ? Known.THERE : Known.OPEN;
    }

    /** Whether nothing may lower it, and observation decides in full a control that makes it. */
    private static boolean sure(HighRiskFound found) {
        HighRiskCase highRisk = found.highRisk();
        return highRisk.mitigations().isEmpty()
                && highRisk.except().isEmpty()
                && found.failed().stream().anyMatch(one -> one.control().automation() == Automation.FULL);
    }

    private static List<Verdict> verdicts(ResultForm form, FormBounds bounds, List<RiskKnown> risks) {
        Set<Verdict> possible = new LinkedHashSet<>();
        for (Set<Risk> there : ways(risks)) {
            for (Verdict verdict : form.verdicts()) {
                if (verdict.without().stream().noneMatch(there::contains) && bounds.mostReaches(verdict)) {
                    possible.add(verdict);
                    if (bounds.leastReaches(verdict)) {
                        break;
                    }
                }
            }
        }
        return form.verdicts().stream().filter(possible::contains).toList();
    }

    /** Every set of risks that there may be. */
    private static List<Set<Risk>> ways(List<RiskKnown> risks) {
        List<Set<Risk>> ways = new ArrayList<>(List.of(Set.of()));
        for (RiskKnown one : risks) {
            List<Set<Risk>> more = new ArrayList<>();
            for (Set<Risk> way : ways) {
                if (one.known() != Known.THERE) {
                    more.add(way);
                }
                if (one.known() != Known.NONE) {
                    Set<Risk> with = new LinkedHashSet<>(way);
                    with.add(one.risk());
                    more.add(with);
                }
            }
            ways = more;
        }
        return ways;
    }

    /** Whether one verdict is left. */
    public boolean decided() {
        return verdicts.size() == 1;
    }
}
