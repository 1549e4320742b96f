// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What services inside HTTP refused at one endpoint. Some authenticate before they look at what is asked for, so that what
 * they refuse of that to who gives no name they refuse of all: then the refusal is all there is to say. A refusal of one
 * permission (403) proves nothing of others.
 */
final class Refusals {
    private static final String ACCESS = ".access";
    private static final long FORBIDDEN = 403;

    /**
     * The resources that must all be refused. Elasticsearch without anonymous access answers 401 whatever is asked for
     * (Elasticsearch docs, anonymous users); etcd with authentication gives no key to who is nobody (etcd docs, role-based
     * access control); a kubelet with anonymous-auth=false answers 401 at every path (Kubernetes docs, kubelet
     * authentication).
     */
    private static final Map<String, Set<String>> PROOFS =
            Map.of("elasticsearch", Set.of("banner", "api"), "etcd", Set.of("keys"), "kubelet", Set.of("pods"));

    /** What etcd tells everybody, with authentication or without. */
    private static final Map<String, Set<String>> PUBLIC = Map.of("etcd", Set.of("version", "health", "metrics"));

    private final Map<String, Map<String, Fact>> refused = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    /** Remembers what an answer says of access; anything else is passed over. */
    private void note(Fact fact) {
        if (!fact.type().endsWith(ACCESS)) {
            return;
        }
        String service = fact.type().substring(0, fact.type().length() - ACCESS.length());
        if (!PROOFS.containsKey(service)) {
            return;
        }
        boolean required =
                fact.text("authentication").filter("required"::equals).isPresent();
        if (required
                && fact.number("status").filter(status -> status != FORBIDDEN).isPresent()) {
            fact.text("resource")
                    .ifPresent(resource -> refused.computeIfAbsent(service, any -> new LinkedHashMap<>())
                            .put(resource, fact));
        } else if (!isPublic(service, fact)) {
            open.add(service);
        }
    }

    private static boolean isPublic(String service, Fact fact) {
        return fact.text("resource")
                .filter(PUBLIC.getOrDefault(service, Set.of())::contains)
                .isPresent();
    }

    /** States as whole what a service refused, where that proves that it refuses all; nothing else. */
    void stateWhole(String service, ObservationSink sink) {
        Map<String, Fact> facts = refused.getOrDefault(service, Map.of());
        Set<String> needed = PROOFS.getOrDefault(service, Set.of());
        if (needed.isEmpty() || open.contains(service) || !facts.keySet().containsAll(needed)) {
            return;
        }
        List.copyOf(facts.values())
                .forEach(fact -> sink.sawInside(service, new Fact(fact.type(), true, fact.value()), ""));
    }

    /** Hands on what is stated, and remembers what it says of access. */
    ObservationSink noting(ObservationSink sink) {
        return new ObservationSink() {
            @Override
            public void saw(Fact fact, String excerpt) {
                sink.saw(fact, excerpt);
            }

            @Override
            public void sawInside(String protocol, Fact fact, String excerpt) {
                note(fact);
                sink.sawInside(protocol, fact, excerpt);
            }
        };
    }
}
