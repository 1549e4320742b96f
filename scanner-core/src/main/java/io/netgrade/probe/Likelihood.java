// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Protocol;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How likely a service of unknown protocol speaks which one; the file {@code likelihood.tsv} beside this class says it. */
final class Likelihood {
    private static final String NEVER = "never";

    private static final Map<String, Map<String, Integer>> RANKS = read();

    private Likelihood() {}

    /** Those that may be asked as a guess over the transport, the likeliest first, at most so many. */
    static List<Protocol> guesses(List<Protocol> protocols, Transport transport, int most) {
        Map<String, Integer> ranks = RANKS.getOrDefault(transport.id(), Map.of());
        Set<String> never = RANKS.getOrDefault(NEVER, Map.of()).keySet();
        return protocols.stream()
                .filter(protocol -> protocol.clientSpeaksFirst() && !never.contains(protocol.id()))
                .filter(protocol -> protocol.guessed(transport))
                .sorted(Comparator.comparing(protocol -> ranks.getOrDefault(protocol.id(), Integer.MAX_VALUE)))
                .limit(most)
                .toList();
    }

    /** Every protocol that the file names. */
    static List<String> named() {
        return RANKS.values().stream().flatMap(ranks -> ranks.keySet().stream()).toList();
    }

    /** The protocols that stand in the file under a transport's id, or under {@code never}; in no order. */
    static List<String> ranked(String word) {
        return List.copyOf(RANKS.getOrDefault(word, Map.of()).keySet());
    }

    private static Map<String, Map<String, Integer>> read() {
        Map<String, Map<String, Integer>> ranks = new HashMap<>();
        for (String[] line : TabbedFile.lines("likelihood.tsv")) {
            Map<String, Integer> places = ranks.computeIfAbsent(line[0], any -> new HashMap<>());
            if (places.put(line[1], places.size()) != null) {
                throw new IllegalStateException("likelihood.tsv names " + line[1] + " twice");
            }
        }
        return ranks;
    }
}
