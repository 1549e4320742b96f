// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.grade.ServiceSeen.FactSeen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Folds all that was seen into one entry for each endpoint and protocol. What carries a protocol ({@code tls}) is no
 * entry of its own there; its facts are shown with what it carries.
 */
final class Services {
    private static final int MOST_EVIDENCE = 5;
    private static final String SERVER = "server";

    private Services() {}

    static List<ServiceSeen> of(SeenEndpoints seen, List<UnitScope> units) {
        List<ServiceSeen> services = new ArrayList<>();
        seen.byEndpoint().forEach((endpoint, all) -> services.addAll(at(endpoint, all, units)));
        return services;
    }

    private static List<ServiceSeen> at(Endpoint endpoint, Observations seen, List<UnitScope> units) {
        SortedMap<String, List<Observation>> byProtocol = new TreeMap<>();
        Set<String> carriers = new TreeSet<>();
        for (Observation one : seen.all()) {
            byProtocol
                    .computeIfAbsent(one.service().protocol(), any -> new ArrayList<>())
                    .add(one);
            carriers.addAll(one.service().layers());
        }
        List<ServiceSeen> services = new ArrayList<>();
        byProtocol.forEach((protocol, own) -> {
            if (!carriers.contains(protocol)) {
                services.add(folded(endpoint, protocol, own, carried(own, byProtocol), units));
            }
        });
        return services;
    }

    /** What is said of the layers that carry these. */
    private static List<Observation> carried(List<Observation> own, Map<String, List<Observation>> byProtocol) {
        return own.stream()
                .flatMap(one -> one.service().layers().stream())
                .distinct()
                .sorted()
                .flatMap(layer -> byProtocol.getOrDefault(layer, List.of()).stream())
                .toList();
    }

    private static ServiceSeen folded(
            Endpoint endpoint,
            String protocol,
            List<Observation> own,
            List<Observation> carrying,
            List<UnitScope> units) {
        List<Observation> all = new ArrayList<>(own);
        all.addAll(carrying);
        Optional<Fact> software = software(own).or(() -> software(carrying));
        return new ServiceSeen(
                units.stream()
                        .filter(unit -> own.stream().anyMatch(unit.owns()))
                        .map(UnitScope::id)
                        .findFirst()
                        .orElse(""),
                endpoint,
                protocol,
                layers(own),
                own.stream()
                        .map(one -> one.service().confidence())
                        .max(Comparator.naturalOrder())
                        .orElse(Confidence.PORT),
                all.stream().map(one -> one.evidence().source()).collect(Collectors.toSet()),
                role(own),
                software.flatMap(fact -> fact.text("product")),
                software.flatMap(fact -> fact.text("version")),
                software.flatMap(fact -> fact.text("cpe")),
                facts(all));
    }

    /** None where it was surely seen in clear; else the most that were seen. */
    private static List<String> layers(List<Observation> own) {
        boolean inClear = own.stream()
                .map(Observation::service)
                .anyMatch(service -> service.layers().isEmpty() && service.confidence() == Confidence.CONFIRMED);
        return inClear
                ? List.of()
                : own.stream()
                        .map(one -> one.service().layers())
                        .max(Comparator.<List<String>>comparingInt(List::size).thenComparing(List::toString))
                        .orElse(List.of());
    }

    private static String role(List<Observation> own) {
        return own.stream()
                .filter(one -> one.fact().is(CommonFacts.RECOGNISED))
                .flatMap(one -> one.fact().text("role").stream())
                .findFirst()
                .orElse(SERVER);
    }

    /** What says most of the software, the latest of those. */
    private static Optional<Fact> software(List<Observation> seen) {
        return seen.stream()
                .filter(one -> one.fact().is(CommonFacts.SOFTWARE))
                .max(Comparator.<Observation>comparingInt(
                                one -> one.fact().value().size())
                        .thenComparing(one -> one.evidence().time())
                        .thenComparing(one -> one.fact().value().toString()))
                .map(Observation::fact);
    }

    private static List<FactSeen> facts(List<Observation> all) {
        Map<Fact, List<Evidence>> byFact = new LinkedHashMap<>();
        for (Observation one : all) {
            if (!one.fact().is(CommonFacts.RECOGNISED)) {
                byFact.computeIfAbsent(one.fact(), any -> new ArrayList<>()).add(one.evidence());
            }
        }
        return byFact.entrySet().stream()
                .map(entry -> new FactSeen(
                        entry.getKey(),
                        entry.getValue().stream()
                                .distinct()
                                .sorted(SeenEndpoints.EVIDENCE_ORDER)
                                .limit(MOST_EVIDENCE)
                                .toList()))
                .toList();
    }
}
