// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.History;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How many endpoints were tried, and of how many it is known that they are open or closed. */
record TriedCount(long endpoints, long answered) {
    private static final Set<Status> ANSWERS =
            EnumSet.of(Status.ANSWERED, Status.NOT_THIS_PROTOCOL, Status.REFUSED, Status.RESET);

    static TriedCount of(Attempts attempts, Predicate<Endpoint> wanted) {
        Set<Endpoint> tried = new HashSet<>();
        Set<Endpoint> answered = new HashSet<>();
        for (Attempt attempt : attempts.own()) {
            if (wanted.test(attempt.endpoint())) {
                tried.add(attempt.endpoint());
                if (ANSWERS.contains(attempt.status())) {
                    answered.add(attempt.endpoint());
                }
            }
        }
        Map<History, Long> alike = new HashMap<>();
        attempts.forEachAlike(group ->
                alike.merge(group.history(), group.endpoints().filter(wanted).count(), Long::sum));
        for (Endpoint owner : attempts.ownersAlike()) {
            if (tried.contains(owner)) {
                History history = attempts.historyOf(owner).orElseThrow();
                alike.merge(history, -1L, Long::sum);
                if (answers(history)) {
                    answered.add(owner);
                }
            }
        }
        answered.removeAll(TakenBack.of(attempts));
        return and(alike, tried.size(), answered.size());
    }

    /** With the endpoints that have nothing but a history, which says by itself whether they answered. */
    private static TriedCount and(Map<History, Long> alike, long tried, long answered) {
        long allTried = tried;
        long allAnswered = answered;
        for (Map.Entry<History, Long> entry : alike.entrySet()) {
            allTried += entry.getValue();
            boolean answers = answers(entry.getKey()) && !TakenBack.in(entry.getKey());
            allAnswered += answers ? entry.getValue() : 0;
        }
        return new TriedCount(allTried, allAnswered);
    }

    private static boolean answers(History history) {
        return history.statuses().stream().anyMatch(ANSWERS::contains);
    }
}
