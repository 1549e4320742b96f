// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import io.netgrade.grade.Comparison.BothSeen;
import io.netgrade.grade.Comparison.Difference;
import io.netgrade.grade.Comparison.Kind;
import io.netgrade.grade.Comparison.Side;
import io.netgrade.profile.DeclaredService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays side by side what the two eyes saw of each unit, and what is declared of it. */
final class EyesTogether {
    private final Collected collected;
    private final boolean probing;
    private final List<BothSeen> both = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    EyesTogether(Collected collected) {
        this.collected = collected;
        this.probing = !collected.attempts().isEmpty()
                || collected.observations().stream().anyMatch(one -> isFrom(one, Source.PROBE));
    }

    /** @param seen of the unit, with what is stated of it */
    void add(UnitScope unit, SeenEndpoints seen) {
        boolean captured = seen.by(Source.CAPTURE);
        for (EndpointSeen one : seen.all()) {
            String protocols = protocols(one);
            undeclared(unit, one);
            boolean byCapture = one.seen().seenBy(Source.CAPTURE);
            boolean byProbe = one.seen().seenBy(Source.PROBE);
            if (byCapture && byProbe) {
                services(unit, one);
            } else if (byCapture && probing) {
                Kind kind = one.seen().attempts().isEmpty() ? Kind.SEEN_NOT_PROBED : Kind.SEEN_NOT_ANSWERING;
                differences.add(oneSided(kind, unit, one, protocols, Source.CAPTURE));
            } else if (byProbe && captured) {
                differences.add(oneSided(Kind.ANSWERING_NOT_USED, unit, one, protocols, Source.PROBE));
            }
        }
        absent(unit, seen);
    }

    Comparison compared() {
        List<CaptureCoverage> captures = collected.captures();
        Optional<Instant> from =
                captures.stream().flatMap(one -> one.firstTime().stream()).min(Comparator.naturalOrder());
        Optional<Instant> to =
                captures.stream().flatMap(one -> one.lastTime().stream()).max(Comparator.naturalOrder());
        return new Comparison(from, to, both, differences);
    }

    private static Difference oneSided(Kind kind, UnitScope unit, EndpointSeen one, String protocols, Source eye) {
        Optional<Side> side = first(one.seen().all(), eye);
        return new Difference(
                kind,
                unit.id(),
                Optional.of(one.endpoint()),
                protocols,
                "",
                kind == Kind.SEEN_NOT_ANSWERING ? ended(one.seen().attempts()) : "",
                eye == Source.CAPTURE ? side : Optional.empty(),
                eye == Source.PROBE ? side : Optional.empty());
    }

    /** How each question ended there. */
    private static String ended(List<Attempt> attempts) {
        Map<String, String> ended = new LinkedHashMap<>();
        attempts.forEach(attempt -> ended.put(
                attempt.question(), attempt.question() + " " + attempt.status().id()));
        return String.join(", ", ended.values());
    }

    private static String protocols(EndpointSeen one) {
        Set<String> protocols = new TreeSet<>();
        Set<String> carriers = new TreeSet<>();
        for (Observation seen : one.seen().all()) {
            protocols.add(seen.service().protocol());
            carriers.addAll(seen.service().layers());
        }
        protocols.removeAll(carriers);
        protocols.remove(Stating.NOTHING_KNOWN);
        return String.join(", ", protocols);
    }

    private static Optional<Side> first(List<Observation> all, Source eye) {
        return all.stream()
                .filter(one -> isFrom(one, eye))
                .map(Observation::evidence)
                .min(SeenOrder.OF_EVIDENCE)
                .map(evidence -> new Side(Map.of(), evidence));
    }

    private void undeclared(UnitScope unit, EndpointSeen one) {
        Set<String> told = new LinkedHashSet<>();
        for (Observation seen : one.seen().all()) {
            Sighting service = seen.service();
            boolean undeclared = seen.fact().is(StatedFacts.DECLARED)
                    && seen.fact()
                            .text("declared")
                            .filter(StatedFacts.NO::equals)
                            .isPresent();
            if (undeclared && told.add(service.protocol())) {
                List<Observation> same = one.seen().all().stream()
                        .filter(other -> other.service().protocol().equals(service.protocol()))
                        .toList();
                differences.add(new Difference(
                        Kind.SEEN_NOT_DECLARED,
                        unit.id(),
                        Optional.of(one.endpoint()),
                        service.protocol().equals(Stating.NOTHING_KNOWN) ? "" : service.protocol(),
                        "",
                        "",
                        first(same, Source.CAPTURE),
                        first(same, Source.PROBE)));
            }
        }
    }

    private void absent(UnitScope unit, SeenEndpoints seen) {
        for (DeclaredService entry : unit.stated().services().orElse(List.of())) {
            boolean there = seen.all().stream()
                    .flatMap(one -> one.seen().all().stream())
                    .anyMatch(one -> entry.is(one.service())
                            || (entry.isAt(one.service().endpoint())
                                    && one.service().protocol().equals(Stating.NOTHING_KNOWN)));
            if (!there) {
                differences.add(new Difference(
                        Kind.DECLARED_NOT_SEEN,
                        unit.id(),
                        Optional.empty(),
                        entry.protocol().orElse(""),
                        "",
                        entry + (entry.purpose().isEmpty() ? "" : " (" + entry.purpose() + ")"),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
    }

    private void services(UnitScope unit, EndpointSeen one) {
        Map<String, List<Observation>> byProtocol = one.seen().all().stream()
                .collect(Collectors.groupingBy(seen -> seen.service().protocol(), TreeMap::new, Collectors.toList()));
        byProtocol.forEach((protocol, seen) -> {
            if (seen.stream().anyMatch(each -> isFrom(each, Source.CAPTURE))
                    && seen.stream().anyMatch(each -> isFrom(each, Source.PROBE))) {
                facts(unit, one, protocol, seen);
            }
        });
    }

    private void facts(UnitScope unit, EndpointSeen one, String protocol, List<Observation> seen) {
        List<String> alike = new ArrayList<>();
        List<String> captured = new ArrayList<>();
        List<String> probed = new ArrayList<>();
        Map<String, List<Observation>> byType = seen.stream()
                .filter(EyesTogether::isCompared)
                .collect(Collectors.groupingBy(each -> each.fact().type(), TreeMap::new, Collectors.toList()));
        byType.forEach((type, all) -> {
            List<Observation> left = distinct(all, Source.CAPTURE);
            List<Observation> right = distinct(all, Source.PROBE);
            if (right.isEmpty()) {
                captured.add(type);
            } else if (left.isEmpty()) {
                probed.add(type);
            } else {
                List<Difference> found = contradictions(unit, one, protocol, left, right);
                differences.addAll(found);
                if (found.isEmpty()) {
                    alike.add(type);
                }
            }
        });
        both.add(new BothSeen(unit.id(), one.endpoint(), protocol, alike, captured, probed));
    }

    private static boolean isCompared(Observation one) {
        Fact fact = one.fact();
        return one.service().confidence() == Confidence.CONFIRMED
                && !fact.is(CommonFacts.RECOGNISED)
                && !fact.is(StatedFacts.DECLARED)
                && !fact.is(StatedFacts.LIFECYCLE);
    }

    /** Each fact once, with the earliest evidence. */
    private static List<Observation> distinct(List<Observation> all, Source eye) {
        Map<Fact, Observation> first = new LinkedHashMap<>();
        for (Observation one : all) {
            if (isFrom(one, eye)) {
                first.putIfAbsent(one.fact(), one);
            }
        }
        return List.copyOf(first.values());
    }

    private static List<Difference> contradictions(
            UnitScope unit, EndpointSeen one, String protocol, List<Observation> left, List<Observation> right) {
        boolean only = left.size() == 1 && right.size() == 1;
        List<Difference> found = new ArrayList<>();
        for (Observation captured : left) {
            if (right.stream().anyMatch(probed -> pair(captured, probed).agrees())) {
                continue;
            }
            right.stream()
                    .filter(probed -> pair(captured, probed).isOfOneThing(only))
                    .max(Comparator.comparingInt(
                            probed -> pair(captured, probed).alike()))
                    .ifPresent(probed -> {
                        Set<String> fields = pair(captured, probed).differing();
                        found.add(new Difference(
                                Kind.DISAGREEMENT,
                                unit.id(),
                                Optional.of(one.endpoint()),
                                protocol,
                                captured.fact().type(),
                                "",
                                Optional.of(side(captured, fields)),
                                Optional.of(side(probed, fields))));
                    });
        }
        return found;
    }

    private static FactPair pair(Observation captured, Observation probed) {
        return new FactPair(captured.fact(), probed.fact());
    }

    /** The fields that differ; all of them where one eye says that there is none. */
    private static Side side(Observation one, Set<String> fields) {
        Map<String, Object> value = new LinkedHashMap<>();
        one.fact().value().forEach((field, held) -> {
            if (fields.isEmpty() || fields.contains(field)) {
                value.put(field, held);
            }
        });
        Evidence evidence = one.evidence();
        return new Side(value, evidence);
    }

    private static boolean isFrom(Observation one, Source eye) {
        return one.evidence().source() == eye;
    }
}
