// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Observation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was said to a service on one flow before the service's own bytes confirmed that it is one. */
final class Hearing {
    private static final int MOST_HEARD = 32;

    private static final List<Observation> NOTHING = List.of();

    private List<Observation> heard = NOTHING;
    private boolean closed;

    private Hearing() {}

    boolean open() {
        return !closed && heard.size() < MOST_HEARD;
    }

    void add(Observation one) {
        if (heard.isEmpty()) {
            heard = new ArrayList<>(4);
        }
        heard.add(one);
    }

    List<Observation> heard() {
        return heard;
    }

    private void close() {
        closed = true;
        heard = NOTHING;
    }

    /** The hearings of all flows. Of too many the oldest is given up: what was heard there stays unsure. */
    static final class All {
        private static final int MOST = 4096;

        private final Deque<Hearing> hearings = new ArrayDeque<>();

        Hearing begin() {
            if (hearings.size() == MOST) {
                hearings.remove().close();
            }
            Hearing hearing = new Hearing();
            hearings.add(hearing);
            return hearing;
        }
    }
}
