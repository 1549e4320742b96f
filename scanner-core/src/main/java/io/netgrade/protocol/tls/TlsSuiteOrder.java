// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the answers of a server show of the suites of one version: which it takes, which not, and which of them before
 * which. Rests on one thing, that a server which takes a suite takes it before all else that was offered with it; answers
 * that do not go together are said to be {@linkplain #contradicts contradictory}.
 */
final class TlsSuiteOrder {
    /** Nothing in an offer is taken. */
    static final int NONE = -1;
    /** What would be taken of an offer cannot be told yet. */
    static final int UNKNOWN = -2;

    private final List<Integer> suites;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final BitSet accepted = new BitSet();
    private final BitSet refused = new BitSet();
    /** By the place of a suite that was taken: those that were offered with it. */
    private final Map<Integer, BitSet> behind = new HashMap<>();

    private boolean contradictory;

    /** @param suites all that are asked for, in the order of the offers */
    TlsSuiteOrder(List<Integer> suites) {
        this.suites = suites;
        for (int i = 0; i < suites.size(); i++) {
            places.put(suites.get(i), i);
        }
    }

    /** Of an offer, a suite of it was taken. */
    void took(List<Integer> offered, int suite) {
        int place = place(suite);
        BitSet others = set(offered);
        others.clear(place);
        contradictory |= refused.get(place) || anyBefore(others, place);
        accepted.set(place);
        behind.computeIfAbsent(place, any -> new BitSet()).or(others);
    }

    /** An offer was refused. */
    void refused(List<Integer> offered) {
        BitSet all = set(offered);
        contradictory |= all.intersects(accepted);
        refused.or(all);
    }

    /** Whether the server did not always choose by one order. */
    boolean contradicts() {
        return contradictory;
    }

    /** The suites that are known to be taken. */
    List<Integer> accepted() {
        return accepted.stream().mapToObj(suites::get).toList();
    }

    /** The order of the offers. */
    Comparator<Integer> offers() {
        return Comparator.comparing(this::place);
    }

    /** How many pairs are known to be the other way round than in an order. */
    long against(Comparator<Integer> order) {
        List<Integer> all = accepted();
        return all.stream()
                .mapToLong(one -> all.stream()
                        .filter(other -> order.compare(one, other) < 0 && isBefore(other, one))
                        .count())
                .sum();
    }

    boolean isAccepted(int suite) {
        return accepted.get(place(suite));
    }

    /** Whether it is known neither to be taken nor to be refused. */
    boolean isOpen(int suite) {
        int place = place(suite);
        return !accepted.get(place) && !refused.get(place);
    }

    /** What the server would take of an offer: a suite, {@link #NONE} or {@link #UNKNOWN}. */
    int taken(List<Integer> offered) {
        BitSet rest = set(offered);
        rest.andNot(refused);
        if (rest.isEmpty()) {
            return NONE;
        }
        BitSet candidates = (BitSet) rest.clone();
        candidates.and(accepted);
        for (int place = candidates.nextSetBit(0); place >= 0; place = candidates.nextSetBit(place + 1)) {
            BitSet others = (BitSet) rest.clone();
            others.andNot(after(place));
            others.clear(place);
            if (others.isEmpty()) {
                return suites.get(place);
            }
        }
        return UNKNOWN;
    }

    /** Those of an offer that are taken, and of which none else of it that is taken is known to go before. */
    List<Integer> candidates(List<Integer> offered) {
        BitSet all = set(offered);
        all.and(accepted);
        return all.stream()
                .filter(place -> !anyBefore(all, place))
                .mapToObj(suites::get)
                .toList();
    }

    /** Whether a suite is known to be taken before another. */
    boolean isBefore(int suite, int other) {
        int place = place(suite);
        return accepted.get(place) && after(place).get(place(other));
    }

    private boolean anyBefore(BitSet others, int place) {
        return others.stream()
                .anyMatch(other ->
                        other != place && accepted.get(other) && after(other).get(place));
    }

    /** All that are behind a suite that is taken, directly or by way of others that are taken. */
    private BitSet after(int place) {
        BitSet all = (BitSet) behind.getOrDefault(place, new BitSet()).clone();
        BitSet followed = new BitSet();
        while (true) {
            BitSet next = (BitSet) all.clone();
            next.and(accepted);
            next.andNot(followed);
            if (next.isEmpty()) {
                return all;
            }
            next.stream().forEach(through -> all.or(behind.getOrDefault(through, new BitSet())));
            followed.or(next);
        }
    }

    private int place(int suite) {
        return Objects.requireNonNull(places.get(suite), "only suites that are asked for are offered");
    }

    private BitSet set(List<Integer> offered) {
        BitSet set = new BitSet();
        offered.forEach(suite -> set.set(place(suite)));
        return set;
    }
}
