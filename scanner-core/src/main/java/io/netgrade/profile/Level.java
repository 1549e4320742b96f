// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;

/**
 * One rung of a profile, such as {@code 3.1}.
 *
 * @param rank from 0 for the lowest; levels compare by it
 */
public record Level(String id, int rank, Text meaning) implements Comparable<Level> {
    @Override
    public int compareTo(Level other) {
        return Integer.compare(rank, other.rank);
    }
}
