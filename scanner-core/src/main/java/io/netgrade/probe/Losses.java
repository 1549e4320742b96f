// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/**
 * How much is lost on the way, as far as answers tell: most come to the first SYN, and those that only a later one brought
 * say how often one is lost. A port is called silent after so many SYNs that, at this share, fewer than one port in a hundred
 * thousand that answers would be.
 */
final class Losses {
    private static final double MISSED = 0.000_01;
    private static final int FEWEST = 2;
    private static final int FEWEST_WHERE_OPEN = 6;
    private static final int MOST = 8;
    /** Of so many, none late, fewer than three in a thousand are (the rule of three), so that two SYNs are enough. */
    private static final int ENOUGH = 1_000;

    /** Answers that came at once and that it begins with, so that a single late one says little. */
    private static final int BEGINNING = 20;

    /** After so long the kernel has sent a second SYN, and a third after three times as long (RFC 6298 section 2 and 5.5). */
    private static final long SECOND_SYN_MILLIS = 1_000;

    /** Where no answer comes sooner, a late one says nothing of loss. */
    private static final long QUICK_MILLIS = 500;

    private long first = BEGINNING;
    private long later;
    private long quickest = Long.MAX_VALUE;

    /**
     * A port that was not known to be open has answered.
     *
     * @param before SYNs that were sent to it on connections before
     * @param millis from the SYN of the connection to the answer
     * @return whether it is known to which SYN the answer was (Karn's algorithm, RFC 6298 section 3)
     */
    boolean answered(int before, long millis) {
        quickest = Math.min(quickest, millis);
        boolean late = before > 0 || (millis >= SECOND_SYN_MILLIS && quickest < QUICK_MILLIS);
        if (late) {
            later++;
        } else {
            first++;
        }
        return millis < SECOND_SYN_MILLIS || quickest >= QUICK_MILLIS;
    }

    /** SYNs that one connection sends while it waits so long. */
    static int syns(long millis) {
        int syns = 1;
        for (long next = SECOND_SYN_MILLIS; next < millis; next = 2 * next + SECOND_SYN_MILLIS) {
            syns++;
        }
        return syns;
    }

    /**
     * SYNs after which a port that did not answer counts as silent.
     *
     * @param open whether it was open before: then it is rather a packet that is gone than the port
     */
    int tries(boolean open) {
        double share = (double) later / (first + later);
        int enough = share == 0 ? FEWEST : (int) Math.ceil(Math.log(MISSED) / Math.log(share));
        return Math.min(MOST, Math.max(open ? FEWEST_WHERE_OPEN : FEWEST, enough));
    }

    /** Whether so many answers came that the share of those that are lost is known. */
    boolean known() {
        return first - BEGINNING + later >= ENOUGH;
    }
}
