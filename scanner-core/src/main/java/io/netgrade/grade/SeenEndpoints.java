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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was seen at each endpoint, in an order that does not depend on the order in which it came in: the same evidence,
 * shuffled, gives the same assessment.
 *
 * @param all in the order of the endpoints
 * @param mixes the services that were seen there
 */
record SeenEndpoints(List<EndpointSeen> all, ServiceMixes mixes) {
    private SeenEndpoints(List<EndpointSeen> all) {
        this(all, new ServiceMixes(all));
    }

    /** In the order of the endpoints. */
    static SeenEndpoints of(List<EndpointSeen> all) {
        return new SeenEndpoints(List.copyOf(all));
    }

    /** Every endpoint of the observations, with all attempts on it. */
    static SeenEndpoints of(Collected collected) {
        Map<Endpoint, List<Observation>> seen = new HashMap<>();
        for (Observation one : collected.observations()) {
            seen.computeIfAbsent(one.service().endpoint(), any -> new ArrayList<>())
                    .add(one);
        }
        Map<Endpoint, List<Attempt>> tried = new HashMap<>();
        for (Attempt attempt : collected.attempts().own()) {
            if (seen.containsKey(attempt.endpoint())) {
                tried.computeIfAbsent(attempt.endpoint(), any -> new ArrayList<>())
                        .add(attempt);
            }
        }
        for (Endpoint endpoint : seen.keySet()) {
            collected
                    .attempts()
                    .historyOf(endpoint)
                    .ifPresent(history -> tried.computeIfAbsent(endpoint, any -> new ArrayList<>())
                            .addAll(history.attempts(endpoint)));
        }
        tried.values().forEach(attempts -> attempts.sort(SeenOrder.OF_ATTEMPTS));
        List<EndpointSeen> all = new ArrayList<>(seen.size());
        for (Endpoint endpoint : Endpoint.sorted(seen.keySet())) {
            List<Observation> own = seen.getOrDefault(endpoint, List.of());
            own.sort(SeenOrder.OF_OBSERVATIONS);
            all.add(new EndpointSeen(endpoint, new Observations(own, tried.getOrDefault(endpoint, List.of()))));
        }
        return new SeenEndpoints(all);
    }

    /** The endpoints with observations that are wanted, with those of them; itself where all are wanted. */
    SeenEndpoints only(Predicate<Observation> wanted) {
        List<EndpointSeen> some = new ArrayList<>();
        boolean every = true;
        for (EndpointSeen one : all) {
            List<Observation> own = new ArrayList<>();
            for (Observation seen : one.seen().all()) {
                if (wanted.test(seen)) {
                    own.add(seen);
                }
            }
            if (own.size() == one.seen().all().size()) {
                some.add(one);
                continue;
            }
            every = false;
            if (!own.isEmpty()) {
                some.add(new EndpointSeen(
                        one.endpoint(), new Observations(own, one.seen().attempts())));
            }
        }
        return every ? this : new SeenEndpoints(some);
    }

    boolean none() {
        return all.isEmpty();
    }

    int count() {
        return all.size();
    }

    boolean by(Evidence.Source source) {
        for (EndpointSeen one : all) {
            if (one.seen().seenBy(source)) {
                return true;
            }
        }
        return false;
    }
}
