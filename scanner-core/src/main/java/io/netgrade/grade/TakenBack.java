// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.History;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Endpoints that seemed open or closed, and of which the prober said later that it cannot know: their host had turned it
 * away by then, or answers on every port.
 */
final class TakenBack {
    private static final String CONNECT = "connect";
    private static final Endpoint ANY = new Endpoint(InetAddress.getLoopbackAddress(), 0, Transport.TCP);

    private TakenBack() {}

    /** Of the endpoints with attempts that are kept as themselves; {@link #in} says it of the others. */
    static Set<Endpoint> of(Attempts attempts) {
        List<Attempt> all = new ArrayList<>(attempts.own());
        attempts.ownersAlike()
                .forEach(endpoint ->
                        attempts.historyOf(endpoint).ifPresent(history -> all.addAll(history.attempts(endpoint))));
        return of(all);
    }

    /** Whether what has this history, and nothing else, is such an endpoint. */
    static boolean in(History history) {
        return !of(history.attempts(ANY)).isEmpty();
    }

    static Set<Endpoint> of(List<Attempt> attempts) {
        Map<Endpoint, Instant> unknown = new HashMap<>();
        for (Attempt attempt : attempts) {
            boolean nothing = attempt.status() == Status.BANNED || attempt.status() == Status.FILTERED;
            if (nothing && attempt.question().equals(CONNECT)) {
                unknown.merge(attempt.endpoint(), attempt.time(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        Set<Endpoint> takenBack = new HashSet<>();
        for (Attempt attempt : unknown.isEmpty() ? List.<Attempt>of() : attempts) {
            boolean something = attempt.status() == Status.ANSWERED || attempt.status() == Status.REFUSED;
            Instant later = unknown.get(attempt.endpoint());
            if (something && later != null && attempt.question().equals(CONNECT) && !later.isBefore(attempt.time())) {
                takenBack.add(attempt.endpoint());
            }
        }
        return takenBack;
    }
}
