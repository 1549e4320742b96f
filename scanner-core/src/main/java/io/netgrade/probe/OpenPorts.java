// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one host that are open, held against each other: a tarpit, an intrusion prevention system or a proxy that
 * answers SYNs in a host's name opens every port, and then says nothing, or the same everywhere.
 *
 * <p>As ports are visited in a shuffled order, those that were contacted since the first open one are picked at random. It
 * is every port where at least nine in ten of them were open, over a range of a thousand or more, and either 16 were
 * examined of which nine in ten said the same first line (or nothing), and at most one in ten was recognised; or 256 were
 * open and hardly one was not. A host with many services is not it: its other ports are closed, and its services differ;
 * where only its open ports are visited, it has to be said how many others there are.
 */
final class OpenPorts {
    private static final int EXAMINED = 16;
    private static final int MOST_UNTOLD = 256;
    private static final int DIFFERENT_WORDS = 64;

    private final Map<String, Integer> words = new HashMap<>();
    private final List<Integer> untold = new ArrayList<>();
    private int contacts;
    private int open;
    private int lowest = Integer.MAX_VALUE;
    private int highest;
    private int examined;
    private int told;
    private int silentInARow;
    private String share = "";

    /** @param others ports of the host that were tried in another way, and were not open */
    OpenPorts(int others) {
        contacts = others;
    }

    /** The first contact with a port has ended. */
    void contacted(int port, Status status) {
        contacts++;
        if (status == Status.ANSWERED) {
            open++;
            lowest = Math.min(lowest, port);
            highest = Math.max(highest, port);
            conclude();
        }
    }

    /**
     * An open port has been asked all that there was to ask.
     *
     * @param recognised whether a service was
     * @param firstWords what was heard first; empty where nothing was
     */
    void examined(int port, boolean recognised, String firstWords) {
        examined++;
        told += recognised ? 1 : 0;
        silentInARow = firstWords.isEmpty() ? silentInARow + 1 : 0;
        if (words.size() < DIFFERENT_WORDS || words.containsKey(firstWords)) {
            words.merge(firstWords, 1, Integer::sum);
        }
        if (!recognised && untold.size() < MOST_UNTOLD) {
            untold.add(port);
        }
        conclude();
    }

    /** Whether every port of the host seems open; once they do, they always do. */
    boolean areAll() {
        return !share.isEmpty();
    }

    private void conclude() {
        if (share.isEmpty() && open >= EXAMINED && seemAll()) {
            share = EveryPort.share(open, contacts);
        }
    }

    private boolean seemAll() {
        int alike = words.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean few = examined >= EXAMINED
                && open >= EXAMINED
                && 10 * open >= 9 * contacts
                && 10 * alike >= 9 * examined
                && 10 * told <= examined;
        return (few && EveryPort.isWide(lowest, highest)) || EveryPort.seems(open, contacts, lowest, highest);
    }

    /** How many open ports in a row said nothing at all. */
    int silentInARow() {
        return silentInARow;
    }

    /** How much of it was open when every port seemed to be, for a reader; empty while they do not. */
    String share() {
        return share;
    }

    /** Those that were examined and of which nothing was recognised. */
    List<Integer> untold() {
        return untold;
    }
}
