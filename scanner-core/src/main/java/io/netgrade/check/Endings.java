// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Observations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that judging may look at of the attempts on one endpoint: what was asked, in which ways it ended, and what stopped it, in
 * the order in which it did. Of two endpoints with equal endings the same is said; when exactly each ended, and how long it
 * took, says nothing.
 */
public final class Endings {
    private static final Comparator<Attempt> IN_TIME = Comparator.comparing(Attempt::time)
            .thenComparing(Attempt::status)
            .thenComparing(Attempt::question)
            .thenComparing(Attempt::detail);

    private static final Endings NONE = new Endings(Set.of(), List.of());

    private final Set<Asked> asked;
    private final List<Stop> stops;
    private final int hash;

    private Endings(Set<Asked> asked, List<Stop> stops) {
        this.asked = asked;
        this.stops = stops;
        this.hash = 31 * asked.hashCode() + stops.hashCode();
    }

    private record Asked(String question, Status status) {}

    /** An attempt that was neither answered nor answered otherwise. */
    record Stop(String question, Status status, String detail) {}

    public static Endings of(Observations seen) {
        if (seen.attempts().isEmpty()) {
            return NONE;
        }
        Set<Asked> asked = new HashSet<>();
        List<Attempt> stopped = new ArrayList<>();
        for (Attempt attempt : seen.attempts()) {
            asked.add(new Asked(attempt.question(), attempt.status()));
            if (attempt.status() != Status.ANSWERED && attempt.status() != Status.NOT_THIS_PROTOCOL) {
                stopped.add(attempt);
            }
        }
        stopped.sort(IN_TIME);
        List<Stop> stops = new ArrayList<>(stopped.size());
        stopped.forEach(attempt -> stops.add(new Stop(attempt.question(), attempt.status(), attempt.detail())));
        return new Endings(asked, stops);
    }

    /** Whether nothing was asked at all. */
    boolean none() {
        return asked.isEmpty();
    }

    /** Whether such a question was asked. */
    boolean asked(Predicate<String> questions) {
        return asked.stream().map(Asked::question).anyMatch(questions);
    }

    /** What stopped such a question last. */
    Optional<Stop> lastStop(Predicate<String> questions) {
        for (int i = stops.size() - 1; i >= 0; i--) {
            if (questions.test(stops.get(i).question())) {
                return Optional.of(stops.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Endings endings
                        && hash == endings.hash
                        && asked.equals(endings.asked)
                        && stops.equals(endings.stops));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
