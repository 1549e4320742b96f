// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.UnknownReason;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what was looked at, and names what could not be. */
final class CoverageCount {
    private static final int MOST_NAMED = 20;
    /** Endings that show the host itself to be there. */
    private static final Set<Status> HOST_ANSWERS =
            EnumSet.of(Status.ANSWERED, Status.CLOSED_EARLY, Status.NOT_THIS_PROTOCOL, Status.REFUSED, Status.RESET);

    private final Collected collected;

    CoverageCount(Collected collected) {
        this.collected = collected;
    }

    /** @param unitsUnseen ids of the units of which nothing was seen */
    Coverage of(List<Finding> findings, List<String> unitsUnseen) {
        Map<Status, Long> statuses = new EnumMap<>(Status.class);
        Set<Endpoint> tried = new HashSet<>();
        for (Attempt attempt : collected.attempts()) {
            statuses.merge(attempt.status(), 1L, Long::sum);
            tried.add(attempt.endpoint());
        }
        List<String> unexamined = new ArrayList<>();
        collected.problems().forEach(problem -> unexamined.add(problem.input() + ": " + problem.message()));
        unexamined.addAll(capturesCut());
        unitsUnseen.forEach(unit -> unexamined.add("unit " + unit + ": nothing was seen"));
        unexamined.addAll(shortened(silentHosts()));
        unexamined.addAll(shortened(unrecognised()));
        return new Coverage(
                collected.captures(),
                tried.size(),
                answered().size(),
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
        SortedMap<InetAddress, List<Status>> byHost = new TreeMap<>(Endpoint::compareAddresses);
        for (Attempt attempt : collected.attempts()) {
            byHost.computeIfAbsent(attempt.endpoint().address(), any -> new ArrayList<>())
                    .add(attempt.status());
        }
        return byHost.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(HOST_ANSWERS::contains))
                .map(entry -> Endpoint.text(entry.getKey()) + ": no answer (" + counted(entry.getValue()) + ")")
                .toList();
    }

    private static String counted(List<Status> statuses) {
        return new TreeSet<>(statuses)
                .stream()
                        .map(status -> statuses.stream().filter(status::equals).count() + " " + status.id())
                        .collect(Collectors.joining(", "));
    }

    /** Open, and nothing in it was recognised. */
    private List<String> unrecognised() {
        Set<Endpoint> open = answered();
        if (open.isEmpty()) {
            return List.of();
        }
        Set<Endpoint> known = new HashSet<>();
        collected.observations().forEach(one -> known.add(one.service().endpoint()));
        return open.stream()
                .filter(endpoint -> !known.contains(endpoint))
                .map(endpoint -> endpoint + ": open, and no service was recognised")
                .toList();
    }

    private Set<Endpoint> answered() {
        Set<Endpoint> answered = collected.attempts().stream()
                .filter(attempt -> attempt.status() == Status.ANSWERED)
                .map(Attempt::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        answered.removeAll(TakenBack.of(collected.attempts()));
        return answered;
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_NAMED) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_NAMED));
        shown.add("and " + (lines.size() - MOST_NAMED) + " more like the last");
        return shown;
    }
}
