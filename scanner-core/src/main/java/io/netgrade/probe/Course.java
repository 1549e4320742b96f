// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.util.List;

/**
 * In what order endpoints are visited, which part of them, and from where on. The same targets and the same course give
 * the same visits.
 *
 * @param seed the same seed gives the same order; the shares of one run have the same
 * @param share the part of the order that this run visits
 * @param begin where it begins: how far the run was that this one takes up
 */
public record Course(long seed, Share share, Standing begin) {
    /** All, from the beginning, in the usual order. */
    public static final Course WHOLE = new Course(0, Share.WHOLE, 0);

    /** @param from how many places of the share were done before, by the run that this one takes up */
    public Course(long seed, Share share, long from) {
        this(seed, share, new Standing(from, List.of()));
        if (from < 0) {
            throw new IllegalArgumentException(from + " is no place of the order; it begins with 0");
        }
    }

    /** The same order and share, from elsewhere. */
    public Course from(Standing standing) {
        return new Course(seed, share, standing);
    }
}
