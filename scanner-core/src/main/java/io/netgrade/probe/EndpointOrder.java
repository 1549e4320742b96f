// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The endpoints of the targets, each once however many targets name it, in the shuffled order; made one by one, so that a
 * large network costs nothing. A place of the order is all that must be known to go on with it.
 */
final class EndpointOrder {
    private final EndpointTable table;
    private final Shuffle shuffle;
    private final Share share;
    private final long size;
    private long place;

    /** @throws IllegalArgumentException where there are too many to visit */
    EndpointOrder(List<ProbeTarget> targets, Course course) {
        this.table = new EndpointTable(targets);
        this.shuffle = new Shuffle(table.size(), course.seed());
        this.share = course.share();
        this.size = (table.size() - share.number() + share.of()) / share.of();
        this.place = Math.min(course.from(), size);
    }

    /** How many different endpoints the targets have. */
    static long count(List<ProbeTarget> targets) {
        return new EndpointTable(targets).size();
    }

    boolean hasNext() {
        return place < size;
    }

    Endpoint next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return table.at(shuffle.at(place++ * share.of() + share.number() - 1));
    }

    /** Where it stands: how many of its share come before the next. A later run goes on from there. */
    long place() {
        return place;
    }

    /** How many endpoints its share has, those before its beginning among them. */
    long size() {
        return size;
    }

    /** How many are left. */
    long left() {
        return size - place;
    }
}
