// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the answers of a server show of the suites of one version: which it takes, which not, and which of them before
 * which. Rests on one thing, that a server which takes a suite takes it before all else that was offered with it; answers
 * that do not go together are said to be {@linkplain #contradicts contradictory}.
 *
 * <p>Suites go by their place in the order of our offers, and an offer is the set of its places.
 */
final class TlsSuiteOrder {
    /** Nothing in an offer is taken. */
    static final int NONE = -1;
    /** What would be taken of an offer cannot be told yet. */
    static final int UNKNOWN = -2;

    private static final BitSet NOTHING = new BitSet();

    private final List<Integer> suites;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final BitSet accepted = new BitSet();
    private final BitSet refused = new BitSet();
    /** By each that was taken: all that are behind it, directly or by way of others that are taken. */
    private final Map<Integer, BitSet> behind = new HashMap<>();

    private boolean contradictory;

    /** @param suites all that are asked for, in the order of the offers */
    TlsSuiteOrder(List<Integer> suites) {
        this.suites = suites;
        for (int i = 0; i < suites.size(); i++) {
            places.put(suites.get(i), i);
        }
    }

    /** The suites of an offer, in the order of our offers. */
    List<Integer> suites(BitSet offer) {
        return offer.stream().mapToObj(suites::get).toList();
    }

    int suite(int place) {
        return suites.get(place);
    }

    /** The place of a suite that is asked for. */
    int place(int suite) {
        return Objects.requireNonNull(places.get(suite), "only suites that are asked for are offered");
    }

    BitSet places(List<Integer> offered) {
        BitSet all = new BitSet();
        for (int suite : offered) {
            all.set(place(suite));
        }
        return all;
    }

    /** Of an offer, one was taken. */
    void took(BitSet offer, int place) {
        contradictory |= refused.get(place) || anyBefore(offer, place);
        accepted.set(place);
        BitSet after = (BitSet) offer.clone();
        after.clear(place);
        after.or(behind(place));
        BitSet known = (BitSet) after.clone();
        known.and(accepted);
        for (int other = known.nextSetBit(0); other >= 0; other = known.nextSetBit(other + 1)) {
            after.or(behind(other));
        }
        behind.put(place, after);
        for (BitSet others : behind.values()) {
            if (others.get(place)) {
                others.or(after);
            }
        }
    }

    /** An offer was refused. */
    void refused(BitSet offer) {
        contradictory |= offer.intersects(accepted);
        refused.or(offer);
    }

    /** Whether the server did not always choose by one order. */
    boolean contradicts() {
        return contradictory;
    }

    /** How many are known to be taken. */
    int acceptedCount() {
        return accepted.cardinality();
    }

    /** How many pairs are known to be the other way round than by rising keys, one for each place. */
    int against(long[] keys) {
        int pairs = 0;
        for (Map.Entry<Integer, BitSet> one : behind.entrySet()) {
            BitSet others = (BitSet) one.getValue().clone();
            others.and(accepted);
            for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
                pairs += keys[other] < keys[one.getKey()] ? 1 : 0;
            }
        }
        return pairs;
    }

    boolean isAccepted(int place) {
        return accepted.get(place);
    }

    /** Whether it is known neither to be taken nor to be refused. */
    boolean isOpen(int place) {
        return !accepted.get(place) && !refused.get(place);
    }

    /** What the server would take of an offer: a place, {@link #NONE} or {@link #UNKNOWN}. */
    int taken(BitSet offer) {
        BitSet rest = (BitSet) offer.clone();
        rest.andNot(refused);
        if (rest.isEmpty()) {
            return NONE;
        }
        BitSet first = (BitSet) rest.clone();
        first.and(accepted);
        for (int place = first.nextSetBit(0); place >= 0; place = first.nextSetBit(place + 1)) {
            BitSet others = (BitSet) rest.clone();
            others.andNot(behind(place));
            others.clear(place);
            if (others.isEmpty()) {
                return place;
            }
        }
        return UNKNOWN;
    }

    /** Of an offer, the one with the least key of those that are taken and not behind another of it; or {@link #NONE}. */
    int likeliest(BitSet offer, long[] keys) {
        BitSet first = (BitSet) offer.clone();
        first.and(accepted);
        int likeliest = NONE;
        for (int place = first.nextSetBit(0); place >= 0; place = first.nextSetBit(place + 1)) {
            if ((likeliest == NONE || keys[place] < keys[likeliest]) && !anyBefore(first, place)) {
                likeliest = place;
            }
        }
        return likeliest;
    }

    /** Whether one is known to be taken before another. */
    boolean isBefore(int place, int other) {
        return behind(place).get(other);
    }

    private boolean anyBefore(BitSet offer, int place) {
        for (Map.Entry<Integer, BitSet> other : behind.entrySet()) {
            if (other.getKey() != place
                    && offer.get(other.getKey())
                    && other.getValue().get(place)) {
                return true;
            }
        }
        return false;
    }

    private BitSet behind(int place) {
        return behind.getOrDefault(place, NOTHING);
    }
}
