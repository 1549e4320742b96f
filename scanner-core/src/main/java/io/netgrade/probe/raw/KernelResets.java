// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the kernel ends what open ports begin, with an RST of its own, as far as was seen at one interface. Until it is
 * known, farewells of ours are held back; as soon as one such RST was seen, none are needed; and where none comes for a while,
 * all are sent. For several threads.
 */
final class KernelResets {
    /** The kernel answers within the time that an answer takes to be delivered; this is how long ours wait for it. */
    private static final long PATIENCE = 100_000_000;

    private static final int MOST_HELD = 1_024;

    private enum State {
        UNKNOWN,
        SEEN,
        ABSENT
    }

    private volatile State state;
    private final List<Farewell> held = new ArrayList<>();
    private long since;

    /** @param possible whether the kernel may end what these probes begin at all */
    KernelResets(boolean possible) {
        this.state = possible ? State.UNKNOWN : State.ABSENT;
    }

    /** Whether farewells of ours are of no use here. */
    boolean seen() {
        return state == State.SEEN;
    }

    /** Whether it is known by now. */
    boolean known() {
        return state != State.UNKNOWN;
    }

    /** Holds a farewell back; false where it is to be sent now. */
    synchronized boolean holds(Farewell farewell, long now) {
        if (state != State.UNKNOWN || held.size() >= MOST_HELD) {
            return false;
        }
        since = held.isEmpty() ? now : since;
        return held.add(farewell);
    }

    /** An RST left here for an endpoint; it is the kernel's where ours is held back. */
    synchronized void heard(Spot target) {
        if (held.stream().anyMatch(each -> each.target().isAt(target) && each.target().port == target.port)) {
            state = State.SEEN;
            held.clear();
        }
    }

    /** Farewells that were held back long enough. */
    synchronized List<Farewell> due(long now) {
        return held.isEmpty() || now - since < PATIENCE ? List.of() : all();
    }

    /** Farewells that are held back still: nothing more is heard. */
    synchronized List<Farewell> all() {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Farewell> all = List.copyOf(held);
        state = State.ABSENT;
        held.clear();
        return all;
    }
}
