// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The orders that do not depend on the order in which things came in. Compared by hand: they are asked some millions of
 * times of a large capture.
 */
final class SeenOrder {
    /** By eye, moment, place and frame. */
    static final Comparator<Evidence> OF_EVIDENCE = SeenOrder::evidence;

    /** By fact, then by evidence, then by service. */
    static final Comparator<Observation> OF_OBSERVATIONS = SeenOrder::observations;

    static final Comparator<Attempt> OF_ATTEMPTS = Comparator.comparing(Attempt::time)
            .thenComparing(Attempt::question)
            .thenComparing(Attempt::status)
            .thenComparing(Attempt::detail);

    private SeenOrder() {}

    /** Whether the order does not tell all of them apart. */
    static boolean haveTies(List<Observation> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            if (OF_OBSERVATIONS.compare(ordered.get(i - 1), ordered.get(i)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static int observations(Observation left, Observation right) {
        int order = facts(left.fact(), right.fact());
        order = order != 0 ? order : evidence(left.evidence(), right.evidence());
        return order != 0 ? order : services(left.service(), right.service());
    }

    private static int facts(Fact left, Fact right) {
        if (left.equals(right)) {
            return 0;
        }
        int order = left.type().compareTo(right.type());
        order = order != 0 ? order : values(left.value(), right.value());
        return order != 0 ? order : Boolean.compare(left.complete(), right.complete());
    }

    /** As the texts of the maps compare, which are made only where the first values that differ do not tell. */
    private static int values(Map<String, Object> left, Map<String, Object> right) {
        Iterator<Map.Entry<String, Object>> others = right.entrySet().iterator();
        for (Map.Entry<String, Object> one : left.entrySet()) {
            Map.Entry<String, Object> other = others.hasNext() ? others.next() : null;
            if (other == null || !one.getKey().equals(other.getKey())) {
                break;
            }
            if (!one.getValue().equals(other.getValue())) {
                String text = one.getValue().toString();
                String otherText = other.getValue().toString();
                if (!text.startsWith(otherText) && !otherText.startsWith(text)) {
                    return text.compareTo(otherText);
                }
                break;
            }
        }
        return left.toString().compareTo(right.toString());
    }

    private static int evidence(Evidence left, Evidence right) {
        int order = left.source().compareTo(right.source());
        order = order != 0 ? order : left.time().compareTo(right.time());
        order = order != 0 ? order : left.place().compareTo(right.place());
        order = order != 0 ? order : Long.compare(left.frame(), right.frame());
        return order != 0 ? order : left.excerpt().compareTo(right.excerpt());
    }

    private static int services(Sighting left, Sighting right) {
        int order = left.protocol().compareTo(right.protocol());
        order = order != 0 ? order : layers(left.layers(), right.layers());
        return order != 0 ? order : left.confidence().compareTo(right.confidence());
    }

    private static int layers(List<String> left, List<String> right) {
        return left.equals(right) ? 0 : left.toString().compareTo(right.toString());
    }
}
