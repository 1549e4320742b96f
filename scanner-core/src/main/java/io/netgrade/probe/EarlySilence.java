// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * First contacts that stayed silent while too few answers had come to tell how much is lost on the way. What they are waits
 * until that is known: where more is lost than was thought, they are made once more.
 */
final class EarlySilence {
    /** More are believed at once: on most networks nothing is lost, and nobody answers for most addresses. */
    private static final int MOST = 4_096;

    private final Losses losses;
    private final List<Silent> held = new ArrayList<>();
    private int tries;

    /**
     * @param turn with the SYNs that were sent
     * @param ended how the last of its connections ended
     */
    record Silent(Turn turn, Ended ended) {}

    EarlySilence(Losses losses) {
        this.losses = losses;
    }

    /** Keeps what is not to be believed yet; false where it is. */
    boolean holds(Turn turn, Ended ended) {
        if (losses.known() || held.size() >= MOST) {
            return false;
        }
        held.add(new Silent(turn, ended));
        tries = losses.tries(false);
        return true;
    }

    /** Takes out those that were sent fewer SYNs than it takes by what is known now. */
    List<Turn> again() {
        int needed = losses.tries(false);
        if (held.isEmpty() || needed <= tries) {
            return List.of();
        }
        tries = needed;
        List<Turn> again = new ArrayList<>();
        held.removeIf(silent -> silent.turn().syns() < needed && again.add(silent.turn()));
        return again;
    }

    /** Takes out those that are silent indeed: all, once it is known how much is lost. */
    List<Silent> believed() {
        return losses.known() ? all() : List.of();
    }

    /** Takes out all: no other answer will come. */
    List<Silent> all() {
        List<Silent> all = List.copyOf(held);
        held.clear();
        return all;
    }
}
