// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.grade.ServiceSeen.FactSeen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Folds all that was seen of one protocol at one endpoint, and of what carries it there, into one service. */
final class ServiceFold {
    private static final int MOST_EVIDENCE = 5;
    private static final String SERVER = "server";

    private ServiceFold() {}

    static ServiceSeen of(EndpointSeen there, String protocol, List<UnitScope> units) {
        List<Observation> own = new ArrayList<>();
        Set<String> carriers = new TreeSet<>();
        for (Observation one : there.seen().all()) {
            if (one.service().protocol().equals(protocol)) {
                own.add(one);
                carriers.addAll(one.service().layers());
            }
        }
        List<Observation> all = new ArrayList<>(own);
        for (String carrier : carriers) {
            for (Observation one : there.seen().all()) {
                if (one.service().protocol().equals(carrier)) {
                    all.add(one);
                }
            }
        }
        Optional<Fact> software = software(own).or(() -> software(all.subList(own.size(), all.size())));
        return new ServiceSeen(
                unit(own, units),
                there.endpoint(),
                protocol,
                layers(own),
                confidence(own),
                sources(all),
                role(own),
                software.flatMap(fact -> fact.text("product")),
                software.flatMap(fact -> fact.text("version")),
                software.flatMap(fact -> fact.text("cpe")),
                facts(all));
    }

    /** The id of the first unit that owns any of it. */
    private static String unit(List<Observation> own, List<UnitScope> units) {
        for (UnitScope unit : units) {
            for (Observation one : own) {
                if (unit.owns().test(one)) {
                    return unit.id();
                }
            }
        }
        return "";
    }

    /** None where it was surely seen in clear; else the most that were seen. */
    private static List<String> layers(List<Observation> own) {
        List<String> most = List.of();
        for (Observation one : own) {
            List<String> layers = one.service().layers();
            if (layers.isEmpty() && one.service().confidence() == Confidence.CONFIRMED) {
                return List.of();
            }
            boolean more = layers.size() > most.size()
                    || (layers.size() == most.size() && layers.toString().compareTo(most.toString()) > 0);
            most = more ? layers : most;
        }
        return most;
    }

    private static Confidence confidence(List<Observation> own) {
        Confidence surest = Confidence.PORT;
        for (Observation one : own) {
            Confidence sure = one.service().confidence();
            surest = sure.compareTo(surest) > 0 ? sure : surest;
        }
        return surest;
    }

    private static Set<Evidence.Source> sources(List<Observation> all) {
        Set<Evidence.Source> sources = EnumSet.noneOf(Evidence.Source.class);
        all.forEach(one -> sources.add(one.evidence().source()));
        return sources;
    }

    private static String role(List<Observation> own) {
        for (Observation one : own) {
            if (one.fact().is(CommonFacts.RECOGNISED)) {
                Optional<String> role = one.fact().text("role");
                if (role.isPresent()) {
                    return role.get();
                }
            }
        }
        return SERVER;
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
        Map<Fact, Set<Evidence>> byFact = new LinkedHashMap<>();
        for (Observation one : all) {
            if (!one.fact().is(CommonFacts.RECOGNISED)) {
                byFact.computeIfAbsent(one.fact(), any -> new LinkedHashSet<>(2))
                        .add(one.evidence());
            }
        }
        List<FactSeen> facts = new ArrayList<>(byFact.size());
        byFact.forEach((fact, evidence) -> facts.add(new FactSeen(fact, first(evidence))));
        return facts;
    }

    private static List<Evidence> first(Set<Evidence> evidence) {
        List<Evidence> ordered = new ArrayList<>(evidence);
        ordered.sort(SeenOrder.OF_EVIDENCE);
        return ordered.subList(0, Math.min(ordered.size(), MOST_EVIDENCE));
    }
}
