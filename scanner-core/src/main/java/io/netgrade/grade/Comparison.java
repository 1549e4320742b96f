// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Evidence;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What probe and capture tell of the same things, and what is declared of them. It shows where they differ and guesses no
 * reason: time, place, name asked for and balancers of load all make one service say different things.
 *
 * @param capturedFrom the first moment of the captures; empty where there are none
 * @param capturedTo the last
 * @param both the services that both eyes saw, in the order of units and endpoints
 * @param differences likewise
 */
public record Comparison(
        Optional<Instant> capturedFrom,
        Optional<Instant> capturedTo,
        List<BothSeen> both,
        List<Difference> differences) {
    /** Of a run with one eye and no list. */
    public static final Comparison NONE = new Comparison(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Comparison {
        both = List.copyOf(both);
        differences = List.copyOf(differences);
    }

    /** How one thing differs. */
    public enum Kind {
        /** Both eyes tell the same fact, and tell it differently. */
        DISAGREEMENT,
        /** A capture shows it in use, and the probe had no answer. */
        SEEN_NOT_ANSWERING,
        /** A capture shows it in use, and no probe asked. */
        SEEN_NOT_PROBED,
        /** It answers the probe, and no capture shows it in use. */
        ANSWERING_NOT_USED,
        /** It is on the plan's list, and neither eye saw it. */
        DECLARED_NOT_SEEN,
        /** It was seen, and is not on the plan's list. */
        SEEN_NOT_DECLARED;

        /** Kebab-case, as reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A service that both eyes saw, and by whom which types of fact were told.
     *
     * @param alike types that both tell, and nothing of them differently
     * @param captured types that only captures tell
     * @param probed types that only probes tell
     */
    public record BothSeen(
            String unit,
            Endpoint endpoint,
            String protocol,
            List<String> alike,
            List<String> captured,
            List<String> probed) {
        public BothSeen {
            alike = List.copyOf(alike);
            captured = List.copyOf(captured);
            probed = List.copyOf(probed);
        }
    }

    /**
     * @param endpoint empty for what is declared and was seen nowhere
     * @param protocol what speaks there; empty where nothing was recognised
     * @param fact the id of the fact's type; empty where it is about the service as a whole
     * @param said how probes ended, or the entry of the list; empty where the kind says it all
     * @param captured what captures tell of it: values of the fields that differ, and the first of the evidence
     * @param probed what probes tell
     */
    public record Difference(
            Kind kind,
            String unit,
            Optional<Endpoint> endpoint,
            String protocol,
            String fact,
            String said,
            Optional<Side> captured,
            Optional<Side> probed) {}

    /** What one eye tells, and where that is to be found. */
    public record Side(Map<String, Object> value, Evidence evidence) {
        public Side {
            value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
        }
    }

    /** How many differences are of a kind. */
    public long count(Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).count();
    }

    /** Whether there is nothing to compare. */
    public boolean none() {
        return both.isEmpty() && differences.isEmpty();
    }
}
