// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes attempts as they come and keeps them in little room: a hundred million on a million hosts are a hundred megabytes.
 * An attempt is kept as itself where it was answered in any way, is a name look-up, is one of the first, or is on an endpoint
 * that has such a one; the others become part of their endpoint's history.
 */
public final class AttemptLog {
    /** Attempts kept as themselves whatever they are, so that what is small is kept whole. */
    static final int WHOLE = 1_024;

    private static final int MOST_HISTORIES = 16_384;

    /** Endings of which nothing but how many and where matters. */
    private static final Set<Attempt.Status> PLAIN = EnumSet.of(
            Attempt.Status.BANNED,
            Attempt.Status.FILTERED,
            Attempt.Status.OUT_OF_SCOPE,
            Attempt.Status.OUT_OF_WINDOW,
            Attempt.Status.REFUSED,
            Attempt.Status.TIMED_OUT,
            Attempt.Status.UNREACHABLE);

    private record Step(int before, History.Like like) {}

    private final int whole;
    private final List<Attempt> own = new ArrayList<>();
    private final Set<Endpoint> owners = new HashSet<>();
    private final List<History> histories = new ArrayList<>();
    private final Map<Step, History> steps = new HashMap<>();
    private @Nullable HistoryTable table;
    /** The one that was continued last: the next attempt mostly ends as the last did. */
    private @Nullable History latest;

    private boolean handedOver;

    public AttemptLog() {
        this(WHOLE);
    }

    AttemptLog(int whole) {
        this.whole = whole;
    }

    /** Whether an attempt says nothing but that there was no answer. */
    private static boolean plain(Attempt attempt) {
        return PLAIN.contains(attempt.status())
                && attempt.received() == 0
                && attempt.endpoint().port() > 0
                && !attempt.question().equals(Attempt.RESOLVE);
    }

    /** Whether so many have come that more of them are kept in histories. */
    private boolean many() {
        return own.size() >= whole;
    }

    /** Attempts from here on are another run's: the moments of the two are kept apart. */
    public void begins() {
        steps.clear();
        latest = null;
    }

    /** @return whether it is the first on its endpoint, and part of a history now */
    public boolean add(Attempt attempt) {
        if (handedOver) {
            throw new IllegalStateException("the attempts were handed over");
        }
        int before = table == null ? -1 : table.of(attempt.endpoint());
        History history =
                many() && plain(attempt) && !owners.contains(attempt.endpoint()) ? history(before, attempt) : null;
        if (history == null) {
            own.add(attempt);
            owners.add(attempt.endpoint());
            return false;
        }
        if (table == null) {
            table = new HistoryTable(histories);
        }
        table.put(attempt.endpoint(), history.number());
        if (before >= 0) {
            histories.get(before).left();
        }
        history.joined(attempt.time());
        return before < 0;
    }

    /** All of them; nothing can be added from then on. */
    public Attempts attempts() {
        handedOver = true;
        return new Attempts(own, owners, table, histories);
    }

    /** The history that an endpoint has with one attempt more; null where it is not to be kept so. */
    private @Nullable History history(int before, Attempt attempt) {
        History so = before < 0 ? null : histories.get(before);
        if (so != null && (so.length() == History.LONGEST || !so.endsBefore(attempt.time()))) {
            return null;
        }
        if (latest != null && latest.is(so, attempt)) {
            return latest;
        }
        Step step = new Step(before, History.Like.of(attempt));
        History found = steps.get(step);
        if (found == null && histories.size() < MOST_HISTORIES) {
            found = new History(so, attempt, histories.size());
            histories.add(found);
            steps.put(step, found);
        }
        latest = found;
        return found;
    }
}
