// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.profile.Applies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The endpoints by the services that were seen there: a control applies to all with the same services, or to none, and
 * what carries what is the same for all.
 */
final class ServiceMixes {
    private final List<Observations> firsts = new ArrayList<>();
    private final List<List<String>> carried = new ArrayList<>();
    private final List<EndpointSeen> endpoints;
    private final int[] mixes;

    private record Spoken(String protocol, List<String> layers) {}

    ServiceMixes(List<EndpointSeen> endpoints) {
        this.endpoints = List.copyOf(endpoints);
        Map<List<Spoken>, Integer> known = new HashMap<>();
        mixes = new int[endpoints.size()];
        for (int i = 0; i < mixes.length; i++) {
            Observations there = endpoints.get(i).seen();
            List<Spoken> spoken = spoken(there);
            Integer mix = known.putIfAbsent(spoken, firsts.size());
            if (mix == null) {
                mixes[i] = firsts.size();
                firsts.add(there);
                carried.add(carried(spoken));
            } else {
                mixes[i] = mix;
            }
        }
    }

    /** The places, among the endpoints, of those that it applies to. */
    int[] where(Applies applies) {
        return applies.facts().isEmpty() ? byService(applies) : byFact(applies);
    }

    private int[] byFact(Applies applies) {
        return IntStream.range(0, mixes.length)
                .filter(place -> applies.at(endpoints.get(place).seen()))
                .toArray();
    }

    private int[] byService(Applies applies) {
        boolean[] at = new boolean[firsts.size()];
        for (int mix = 0; mix < at.length; mix++) {
            at[mix] = applies.at(firsts.get(mix));
        }
        int[] places = new int[mixes.length];
        int count = 0;
        for (int i = 0; i < mixes.length; i++) {
            if (at[mixes[i]]) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** The protocols seen at an endpoint that carry none of the others there, in the order of the alphabet. */
    List<String> carried(int endpoint) {
        return carried.get(mixes[endpoint]);
    }

    private static List<String> carried(List<Spoken> spoken) {
        Set<String> protocols = new TreeSet<>();
        spoken.forEach(one -> protocols.add(one.protocol()));
        spoken.forEach(one -> one.layers().forEach(protocols::remove));
        return List.copyOf(protocols);
    }

    private static List<Spoken> spoken(Observations there) {
        List<Spoken> spoken = new ArrayList<>(2);
        for (Observation one : there.all()) {
            Sighting service = one.service();
            if (!holds(spoken, service)) {
                spoken.add(new Spoken(service.protocol(), service.layers()));
            }
        }
        return spoken;
    }

    private static boolean holds(List<Spoken> spoken, Sighting service) {
        for (Spoken one : spoken) {
            if (one.protocol().equals(service.protocol()) && one.layers().equals(service.layers())) {
                return true;
            }
        }
        return false;
    }
}
