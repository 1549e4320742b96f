// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * One entry for each endpoint and protocol, in their order, each folded when it is asked for: most reports show few of
 * many. What carries a protocol ({@code tls}) is no entry of its own there; its facts are shown with what it carries.
 */
final class Services extends AbstractList<ServiceSeen> implements RandomAccess {
    private final SeenEndpoints seen;
    private final List<UnitScope> units;
    /** How many services there are up to and with each endpoint. */
    private final int[] counts;

    Services(SeenEndpoints seen, List<UnitScope> units) {
        this.seen = seen;
        this.units = List.copyOf(units);
        this.counts = new int[seen.count()];
        int count = 0;
        for (int i = 0; i < counts.length; i++) {
            count += seen.mixes().carried(i).size();
            counts[i] = count;
        }
    }

    @Override
    public int size() {
        return counts.length == 0 ? 0 : counts[counts.length - 1];
    }

    @Override
    public ServiceSeen get(int index) {
        Objects.checkIndex(index, size());
        int place = placeOf(index);
        List<String> protocols = seen.mixes().carried(place);
        String protocol = protocols.get(index - counts[place] + protocols.size());
        return ServiceFold.of(seen.all().get(place), protocol, units);
    }

    /** The endpoint of a service: the first with more services up to it than come before this one. */
    private int placeOf(int index) {
        int low = 0;
        int high = counts.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts[middle] > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
