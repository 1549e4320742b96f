// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeTarget;
import io.netgrade.probe.Share;
import io.netgrade.probe.Shuffle;
import java.util.List;

/** The shuffled order of a table's endpoints, of which one share is visited; both ways, for answers come in any order. */
final class ProbeOrder {
    private final ProbeTable table;
    private final Shuffle shuffle;
    private final Share share;
    private final long size;

    /** @throws IllegalArgumentException where there are too many to visit */
    ProbeOrder(List<ProbeTarget> targets, Course course) {
        this.table = new ProbeTable(targets);
        this.shuffle = new Shuffle(table.size(), course.seed());
        this.share = course.share();
        this.size = (table.size() - share.number() + share.of()) / share.of();
    }

    /** How many places the share has. */
    long size() {
        return size;
    }

    void locate(long place, Spot spot) {
        table.locate(shuffle.at(place * share.of() + share.number() - 1), spot);
    }

    /** The place of the endpoint there; -1 where it is not in the share. */
    long place(Spot spot) {
        long number = table.number(spot);
        if (number < 0) {
            return -1;
        }
        long whole = shuffle.placeOf(number) - (share.number() - 1);
        return whole >= 0 && whole % share.of() == 0 ? whole / share.of() : -1;
    }
}
