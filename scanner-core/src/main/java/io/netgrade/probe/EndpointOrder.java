// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The endpoints of the targets, each once however many targets name it, in the shuffled order; made one by one, so that a
 * large network costs nothing. A place of the order is all that must be known to go on with it.
 */
final class EndpointOrder {
    private final EndpointTable table;
    private final Shuffle shuffle;
    private final Share share;
    private final long size;
    private final Deque<Long> open;
    private long place;

    /** @throws IllegalArgumentException where there are too many to visit */
    EndpointOrder(List<ProbeTarget> targets, Course course) {
        this.table = new EndpointTable(targets);
        this.shuffle = new Shuffle(table.size(), course.seed());
        this.share = course.share();
        this.size = (table.size() - share.number() + share.of()) / share.of();
        this.open = new ArrayDeque<>(
                course.begin().open().stream().filter(begun -> begun < size).toList());
        this.place = Math.min(course.begin().next(), size);
    }

    /** How many different endpoints the targets have. */
    static long count(List<ProbeTarget> targets) {
        return new EndpointTable(targets).size();
    }

    boolean hasNext() {
        return !open.isEmpty() || place < size;
    }

    Endpoint next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long next = open.isEmpty() ? place++ : open.remove();
        return table.at(shuffle.at(next * share.of() + share.number() - 1));
    }

    /** The place of the next in its share. Those that an earlier run left open come first. */
    long place() {
        return open.isEmpty() ? place : open.element();
    }

    /**
     * Where it stands.
     *
     * @param underWay the places of those that it gave and that are not done
     */
    Standing standing(SortedSet<Long> underWay) {
        SortedSet<Long> all = new TreeSet<>(underWay);
        all.addAll(open);
        return new Standing(place, List.copyOf(all));
    }

    /** How many endpoints its share has, those before its beginning among them. */
    long size() {
        return size;
    }

    /** How many are left. */
    long left() {
        return size - place + open.size();
    }
}
