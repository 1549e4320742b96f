// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import org.jspecify.annotations.Nullable;

/**
 * One direction of an SCTP association (RFC 9260 section 3.3.1): drops chunks that came before, and has the fragments of
 * messages.
 */
final class SctpSide {
    private static final int WINDOW = 64;

    private final BufferPool pool;
    private final int most;
    // Made when first needed: most flows never hold a fragment.
    private @Nullable HeldFragments fragments;
    private boolean started;
    private int highest;
    /** Which of the chunks before the highest have come; bit 0 is the highest itself. */
    private long come;

    SctpSide(BufferPool pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    HeldFragments fragments() {
        HeldFragments held = fragments == null ? new HeldFragments(pool, most) : fragments;
        fragments = held;
        return held;
    }

    /** As {@link HeldFragments#takeWaiting}. */
    int takeWaiting() {
        return fragments == null ? 0 : fragments.takeWaiting();
    }

    /** Whether a chunk is new; each is asked of once. */
    boolean isNew(int sequence) {
        if (!started) {
            started = true;
            highest = sequence;
            come = 1;
            return true;
        }
        int ahead = sequence - highest;
        if (ahead > 0) {
            come = ahead >= WINDOW ? 1 : come << ahead | 1;
            highest = sequence;
            return true;
        }
        boolean before = -ahead >= WINDOW || (come & 1L << -ahead) != 0;
        if (!before) {
            come |= 1L << -ahead;
        }
        return !before;
    }

    void clear() {
        if (fragments != null) {
            fragments.clear();
        }
        started = false;
    }
}
