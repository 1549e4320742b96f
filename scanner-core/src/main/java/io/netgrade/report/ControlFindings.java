// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Observation;
import io.netgrade.grade.Finding;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All findings of one unit that say the same of one control, so that a thousand endpoints are one entry.
 *
 * @param findings never empty
 */
public record ControlFindings(Control control, Result result, List<Finding> findings) {
    private static final List<Result> WORST_FIRST =
            List.of(Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NOT_APPLICABLE);
    private static final Comparator<ControlFindings> ORDER = Comparator.comparing(
                    (ControlFindings one) -> WORST_FIRST.indexOf(one.result()))
            .thenComparing(ControlFindings::advisory)
            .thenComparing(ControlFindings::severity)
            .thenComparing(ControlFindings::level);

    /**
     * What was found, and where: endpoints of which the very same is true.
     *
     * @param detail in English, as the check said it; not yet safe to show
     */
    public record Said(
            Optional<UnknownReason> reason, String detail, List<Endpoint> endpoints, List<Evidence> evidence) {}

    public ControlFindings {
        findings = List.copyOf(findings);
    }

    /** The entries of one unit, worst first; what waits for a person is not among them. */
    static List<ControlFindings> of(String unit, List<Finding> all) {
        record Key(String control, Result result) {}
        Map<Key, List<Finding>> grouped = new LinkedHashMap<>();
        for (Finding finding : all) {
            if (finding.unit().equals(unit) && !finding.manual()) {
                Key key = new Key(finding.control().id(), finding.verdict().result());
                grouped.computeIfAbsent(key, any -> new ArrayList<>()).add(finding);
            }
        }
        return grouped.entrySet().stream()
                .map(entry -> new ControlFindings(
                        entry.getValue().get(0).control(), entry.getKey().result(), entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    /** The lowest level that asks this. */
    public Level level() {
        return findings.stream()
                .map(Finding::level)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The worst of them. */
    public Severity severity() {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    /** The surest of them; empty where none rests on an observation. */
    public Optional<Confidence> confidence() {
        return findings.stream()
                .flatMap(finding -> finding.confidence().stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether none of them can stop a level. */
    public boolean advisory() {
        return findings.stream()
                .allMatch(finding -> finding.ask().map(Ask::advisory).orElse(false));
    }

    /** Whether a waiver stands for any of them. */
    boolean anyWaived() {
        return findings.stream().anyMatch(Finding::waived);
    }

    public boolean waived() {
        return findings.stream().allMatch(Finding::waived);
    }

    public List<Endpoint> endpoints() {
        return findings.stream()
                .flatMap(finding -> finding.endpoint().stream())
                .distinct()
                .toList();
    }

    /** The reasons why it is unknown, each once. */
    public List<UnknownReason> reasons() {
        return findings.stream()
                .flatMap(finding -> finding.verdict().unknown().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What was said, the most frequent first. */
    public List<Said> said() {
        record Key(Optional<UnknownReason> reason, String detail) {}
        Map<Key, List<Finding>> grouped = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Key key = new Key(finding.verdict().unknown(), finding.verdict().detail());
            grouped.computeIfAbsent(key, any -> new ArrayList<>()).add(finding);
        }
        return grouped.entrySet().stream()
                .map(entry -> new Said(
                        entry.getKey().reason(),
                        entry.getKey().detail(),
                        new ControlFindings(control, result, entry.getValue()).endpoints(),
                        evidence(entry.getValue())))
                .sorted(Comparator.comparing((Said said) -> -said.endpoints().size()))
                .toList();
    }

    private static List<Evidence> evidence(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.verdict().because().stream())
                .map(Observation::evidence)
                .distinct()
                .toList();
    }
}
