// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.UnknownReason;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was looked at, and names what could not be. */
final class CoverageCount {
    private static final int MOST_NAMED = 20;
    private final Collected collected;

    CoverageCount(Collected collected) {
        this.collected = collected;
    }

    /** @param unitsUnseen ids of the units of which nothing was seen */
    Coverage of(List<Finding> findings, List<String> unitsUnseen) {
        Map<Status, Long> statuses = new EnumMap<>(Status.class);
        Attempts attempts = collected.attempts();
        attempts.own().forEach(attempt -> statuses.merge(attempt.status(), 1L, Long::sum));
        attempts.histories()
                .forEach(history ->
                        history.statuses().forEach(status -> statuses.merge(status, history.endpoints(), Long::sum)));
        List<String> unexamined = new ArrayList<>();
        collected.problems().forEach(problem -> unexamined.add(problem.input() + ": " + problem.message()));
        unexamined.addAll(capturesCut());
        unitsUnseen.forEach(unit -> unexamined.add("unit " + unit + ": nothing was seen"));
        unexamined.addAll(silentHosts());
        Set<Endpoint> answered = answered();
        unexamined.addAll(unrecognised(answered));
        return new Coverage(
                collected.captures(),
                attempts.endpoints(),
                answered.size(),
                statuses,
                unknown(findings),
                collected.problems(),
                unexamined.stream().distinct().toList());
    }

    private static Map<UnknownReason, Long> unknown(List<Finding> findings) {
        Map<UnknownReason, LongAdder> counts = new EnumMap<>(UnknownReason.class);
        for (Finding finding : findings) {
            if (finding.verdict().unknown().isPresent() && !finding.manual()) {
                counts.computeIfAbsent(finding.verdict().unknown().get(), any -> new LongAdder())
                        .increment();
            }
        }
        Map<UnknownReason, Long> unknown = new EnumMap<>(UnknownReason.class);
        counts.forEach((reason, count) -> unknown.put(reason, count.sum()));
        return unknown;
    }

    private List<String> capturesCut() {
        return collected.captures().stream()
                .filter(capture -> capture.truncated() || !capture.problem().isEmpty())
                .map(CoverageCount::cut)
                .toList();
    }

    private static String cut(CaptureCoverage capture) {
        return capture.file() + ": "
                + (capture.problem().isEmpty() ? "ends in the middle of a record" : capture.problem());
    }

    private List<String> silentHosts() {
        SilentHosts silent = new SilentHosts(collected.attempts(), MOST_NAMED);
        return shortened(silent.lines(), silent.size());
    }

    /** Open, and nothing in it was recognised. */
    private List<String> unrecognised(Set<Endpoint> open) {
        Set<Endpoint> silent = new HashSet<>(open);
        for (Observation one : collected.observations()) {
            if (silent.isEmpty()) {
                break;
            }
            silent.remove(one.service().endpoint());
        }
        List<String> lines = Endpoint.sorted(silent).stream()
                .map(endpoint -> endpoint + ": open, and no service was recognised")
                .toList();
        return shortened(lines, lines.size());
    }

    private Set<Endpoint> answered() {
        Set<Endpoint> answered = new HashSet<>();
        for (Attempt attempt : collected.attempts().own()) {
            if (attempt.status() == Status.ANSWERED) {
                answered.add(attempt.endpoint());
            }
        }
        answered.removeAll(TakenBack.of(collected.attempts()));
        return answered;
    }

    /** The first of so many lines. */
    private static List<String> shortened(List<String> lines, long all) {
        if (all <= MOST_NAMED) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_NAMED));
        shown.add("and " + (all - MOST_NAMED) + " more like the last");
        return shown;
    }
}
