// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was seen at each endpoint, in an order that does not depend on the order in which it came in: the same evidence,
 * shuffled, gives the same assessment.
 */
record SeenEndpoints(SortedMap<Endpoint, Observations> byEndpoint) {
    static final Comparator<Evidence> EVIDENCE_ORDER = Comparator.comparing(Evidence::source)
            .thenComparing(Evidence::time)
            .thenComparing(Evidence::place)
            .thenComparingLong(Evidence::frame)
            .thenComparing(Evidence::excerpt);
    private static final Comparator<Observation> OBSERVATION_ORDER = Comparator.comparing(
                    (Observation seen) -> seen.fact().type())
            .thenComparing(seen -> seen.fact().value().toString())
            .thenComparing(seen -> seen.fact().complete())
            .thenComparing(Observation::evidence, EVIDENCE_ORDER)
            .thenComparing(seen -> seen.service().protocol())
            .thenComparing(seen -> seen.service().layers().toString())
            .thenComparing(seen -> seen.service().confidence());
    private static final Comparator<Attempt> ATTEMPT_ORDER = Comparator.comparing(Attempt::time)
            .thenComparing(Attempt::question)
            .thenComparing(Attempt::status)
            .thenComparing(Attempt::detail);

    SeenEndpoints {
        byEndpoint = Collections.unmodifiableSortedMap(byEndpoint);
    }

    /** The endpoints of the observations wanted, with all attempts on them. */
    static SeenEndpoints of(Collected collected, Predicate<Observation> wanted) {
        Map<Endpoint, List<Observation>> seen = new HashMap<>();
        for (Observation one : collected.observations()) {
            if (wanted.test(one)) {
                seen.computeIfAbsent(one.service().endpoint(), any -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<Endpoint, List<Attempt>> tried = new HashMap<>();
        for (Attempt attempt : collected.attempts()) {
            if (seen.containsKey(attempt.endpoint())) {
                tried.computeIfAbsent(attempt.endpoint(), any -> new ArrayList<>())
                        .add(attempt);
            }
        }
        SortedMap<Endpoint, Observations> byEndpoint = new TreeMap<>();
        seen.forEach((endpoint, all) -> {
            List<Attempt> attempts = tried.getOrDefault(endpoint, new ArrayList<>());
            all.sort(OBSERVATION_ORDER);
            attempts.sort(ATTEMPT_ORDER);
            byEndpoint.put(endpoint, new Observations(all, attempts));
        });
        return new SeenEndpoints(byEndpoint);
    }

    boolean none() {
        return byEndpoint.isEmpty();
    }

    int count() {
        return byEndpoint.size();
    }

    boolean by(Evidence.Source source) {
        return byEndpoint.values().stream().anyMatch(seen -> seen.seenBy(source));
    }
}
