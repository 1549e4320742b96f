// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Automation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets attestations answer what no network observation decides. Where evidence contradicts one, evidence counts, and the
 * contradiction is a finding.
 */
final class Attesting {
    /** The check that says so in a finding. */
    static final String CONTRADICTED = "attestation.contradicted";

    private final List<Attestation> attestations;
    private final LocalDate day;
    private final Set<String> used = new HashSet<>();

    /** By unit: what answered there, with the lowest level at which it did. */
    private final Map<String, Map<Attestation, Level>> answers = new HashMap<>();

    /** @param day on which attestations must hold */
    Attesting(List<Attestation> attestations, LocalDate day) {
        this.attestations = attestations;
        this.day = day;
    }

    /** The same findings of one unit, answered where a person did, and behind them the contradictions. */
    List<Finding> of(UnitScope unit, List<Finding> findings) {
        if (attestations.isEmpty()) {
            return findings;
        }
        List<Finding> told = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            told.add(finding.manual() || leftOpen(finding) ? answered(unit, finding) : finding);
        }
        Set<String> contradicted = new HashSet<>();
        for (Attestation attestation : attestations) {
            if (holds(attestation, unit) && attestation.met()) {
                contradicted(attestation, findings)
                        .filter(finding -> contradicted.add(finding.control().id()))
                        .ifPresent(told::add);
            }
        }
        return told;
    }

    /** Whether observation, which decides it only in part, saw the service and left it open. */
    private static boolean leftOpen(Finding finding) {
        return finding.control().automation() == Automation.PARTIAL
                && finding.is(Result.UNKNOWN)
                && finding.endpoint().isPresent();
    }

    private Finding answered(UnitScope unit, Finding open) {
        Optional<Attestation> newest = attestations.stream()
                .filter(attestation ->
                        attestation.control().equals(open.control().id()) && holds(attestation, unit))
                .reduce((one, other) -> other.on().isAfter(one.on()) ? other : one);
        newest.ifPresent(attestation -> {
            used.add(attestation.id());
            answers.computeIfAbsent(unit.id(), any -> new LinkedHashMap<>())
                    .merge(attestation, open.level(), (one, other) -> one.compareTo(other) < 0 ? one : other);
        });
        return newest.map(attestation -> open.decided(verdict(attestation))).orElse(open);
    }

    /** What answered at a unit, in the order of its findings, and is asked at that level. */
    List<Attestation> answering(UnitScope unit, Level upTo) {
        return answers.getOrDefault(unit.id(), Map.of()).entrySet().stream()
                .filter(answer -> answer.getValue().compareTo(upTo) <= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Verdict verdict(Attestation attestation) {
        String who = "by " + attestation.by() + " on " + attestation.on() + ", valid until " + attestation.validUntil()
                + "; inspected: " + attestation.inspected();
        return attestation.met()
                ? Verdict.pass("attested as met " + who, List.of())
                : Verdict.fail("attested as not met " + who, List.of());
    }

    private Optional<Finding> contradicted(Attestation attestation, List<Finding> findings) {
        List<Finding> own = findings.stream()
                .filter(finding -> finding.control().id().equals(attestation.control()))
                .toList();
        own.stream()
                .filter(finding -> finding.verdict().result() != Result.NOT_APPLICABLE)
                .findFirst()
                .ifPresent(any -> used.add(attestation.id()));
        return own.stream()
                .filter(finding -> finding.is(Result.FAIL))
                .findFirst()
                .map(failed -> {
                    Control control = failed.control();
                    return new Finding(
                            failed.unit(),
                            control,
                            Optional.empty(),
                            Optional.of(CONTRADICTED),
                            failed.level(),
                            failed.endpoint(),
                            Verdict.fail(
                                    "attestation " + attestation.id() + " by " + attestation.by()
                                            + " says that this is met; evidence says otherwise: "
                                            + failed.verdict().detail(),
                                    failed.verdict().because()),
                            Optional.empty());
                });
    }

    private boolean holds(Attestation attestation, UnitScope unit) {
        return attestation.holdsOn(day)
                && (attestation.unit().isEmpty() || attestation.unit().equals(unit.id()));
    }

    /** What those who attested should know, once all units were looked at. */
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (Attestation attestation : attestations) {
            if (day.isAfter(attestation.validUntil())) {
                notices.add(Notice.expired(attestation));
            } else if (!used.contains(attestation.id())) {
                notices.add(Notice.unused(attestation));
            } else if (attestation.validUntil().isBefore(day.plusDays(Waiving.SOON_DAYS + 1L))) {
                notices.add(Notice.expiresSoon(attestation));
            }
        }
        return notices;
    }
}
