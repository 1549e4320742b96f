// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How one speaker hands out the identifiers of its tunnels, judged over the newest few. Each class is told once, as soon
 * as enough were seen.
 */
final class NumberSeries {
    /** Identifiers before anything is said of their order, and from one judgement of it to the next. */
    static final int ENOUGH = 8;

    private static final int COMPARED = 32;
    private static final int SMALL_STEP = 16;
    private static final int FIRST_ROOM = 8;
    private static final int MOST_REMEMBERED = 128;

    /** How the identifiers follow each other. */
    enum Order {
        /** Of the steps from one to the next three in four are the same, or all are small and upward. */
        SEQUENTIAL,
        /** The same identifier was given to another session. */
        REPEATED,
        /** Neither. */
        SCATTERED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private long[] newest = new long[FIRST_ROOM];
    private long[] givenBy = new long[FIRST_ROOM];
    private int seen;
    private boolean toldOrder;
    private boolean toldSequential;
    private boolean toldRepeated;

    /**
     * Takes one identifier.
     *
     * @param occasion the message that gave it, such as its sequence number: the same one again is a retransmission
     * @param repeatable whether it may well be given again, to the same subscriber: then only the order counts
     * @return what is now known and was not told before
     */
    Optional<Order> add(long identifier, long occasion, boolean repeatable) {
        int place = find(identifier);
        if (place >= 0) {
            boolean again = !repeatable && givenBy[place] != occasion && !toldRepeated;
            toldRepeated |= again;
            return again ? Optional.of(Order.REPEATED) : Optional.empty();
        }
        if (seen == newest.length && seen < MOST_REMEMBERED) {
            newest = Arrays.copyOf(newest, 2 * seen);
            givenBy = Arrays.copyOf(givenBy, 2 * seen);
        }
        newest[seen % newest.length] = identifier;
        givenBy[seen % newest.length] = occasion;
        seen++;
        return seen % ENOUGH == 0 ? order() : Optional.empty();
    }

    private int find(long identifier) {
        int there = Math.min(seen, newest.length);
        for (int i = 0; i < there; i++) {
            if (newest[i] == identifier) {
                return i;
            }
        }
        return -1;
    }

    /** Different identifiers seen. */
    int seen() {
        return seen;
    }

    private Optional<Order> order() {
        boolean sequential = sequential();
        if (sequential ? toldSequential : toldOrder) {
            return Optional.empty();
        }
        toldOrder = true;
        toldSequential |= sequential;
        return Optional.of(sequential ? Order.SEQUENTIAL : Order.SCATTERED);
    }

    private boolean sequential() {
        int count = Math.min(seen, COMPARED);
        int steps = count - 1;
        int small = 0;
        int most = 0;
        for (int i = 0; i < steps; i++) {
            long step = step(count, i);
            small += step > 0 && step <= SMALL_STEP ? 1 : 0;
            int same = 0;
            for (int j = 0; j < steps; j++) {
                same += step(count, j) == step ? 1 : 0;
            }
            most = Math.max(most, same);
        }
        return 4 * Math.max(small, most) >= 3 * steps;
    }

    private long step(int count, int index) {
        int first = seen - count + index;
        return newest[(first + 1) % newest.length] - newest[first % newest.length];
    }
}
